package io.qingfen;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The application; started by the command line. Components carry the name of their whole class, so that two packages
 * may each have, say, their Totals; steps carry the name of their method.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class QingfenApplication {}
