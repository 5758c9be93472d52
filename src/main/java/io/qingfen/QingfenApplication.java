package io.qingfen;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application; started by the command line. */
@SpringBootApplication
public class QingfenApplication {}
