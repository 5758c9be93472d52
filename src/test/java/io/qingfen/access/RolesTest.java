package io.qingfen.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {
    @Test
    void nobodyAloneProposesAndApproves() {
        for (Role role : Role.values()) {
            assertThat(role.allows(Permission.DECIDE) && role.allows(Permission.APPROVE_DECISION))
                    .as(role.name())
                    .isFalse();
            assertThat(role.allows(Permission.PROPOSE_RELEASE) && role.allows(Permission.APPROVE_RELEASE))
                    .as(role.name())
                    .isFalse();
        }
    }

    @Test
    void whoeverMakesUsersMovesNoMoney() {
        assertThat(Role.permissionsOf(Set.of(Role.ADMIN)))
                .containsExactlyInAnyOrder(Permission.SEE, Permission.AUDIT, Permission.MANAGE_USERS);
    }

    @Test
    void aViewerChangesNothing() {
        assertThat(Role.permissionsOf(Set.of(Role.VIEWER)))
                .containsExactlyInAnyOrder(Permission.SEE, Permission.DOWNLOAD, Permission.AUDIT);
    }

    @Test
    void everyPermissionIsOfSomeRole() {
        assertThat(Role.permissionsOf(EnumSet.allOf(Role.class))).containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void nothingIsAllowedBeforeTheFirstPasswordIsChangedOrWhenDisabled() {
        assertThat(new User("li.na", "Li Na", Set.of(Role.OPS), true, true, 1).permissions())
                .isEmpty();
        assertThat(new User("li.na", "Li Na", Set.of(Role.OPS), false, false, 1).permissions())
                .isEmpty();
        assertThat(new User("li.na", "Li Na", Set.of(Role.OPS), true, false, 1).may(Permission.OPERATE))
                .isTrue();
    }
}
