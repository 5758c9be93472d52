package io.qingfen;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {
    @Test
    void useOnlyWhatTheyDeclare() {
        ApplicationModules.of(QingfenApplication.class.getPackageName()).verify();
    }
}
