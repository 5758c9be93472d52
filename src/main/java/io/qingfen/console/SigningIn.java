package io.qingfen.console;

import io.qingfen.access.User;
import io.qingfen.access.Users;
import java.security.Principal;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Name and password against {@link Users}. Whatever is wrong, the answer is the same. */
final class SigningIn implements AuthenticationProvider {
    private final Users users;

    SigningIn(Users users) {
        this.users = users;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        if (users.signIn(name, password) != Users.SignIn.DONE) {
            throw new BadCredentialsException("not signed in");
        }
        User user = users.find(name).orElseThrow(() -> new BadCredentialsException("not signed in"));
        return authenticated(user);
    }

    /** With what the user may do now. */
    static Authentication authenticated(User user) {
        return authenticated(SignedIn.of(user), user);
    }

    /** With a token instead of a session. */
    static Authentication ofProgram(User user) {
        return authenticated((Principal) user::name, user);
    }

    private static Authentication authenticated(Principal who, User user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                who,
                null,
                AuthorityUtils.createAuthorityList(
                        user.permissions().stream().map(Enum::name).toList()));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
