package io.qingfen.reference.jdbc;

import io.qingfen.reference.Sealing;
import java.util.function.Supplier;

final class VaultSealing implements Sealing {
    private final Supplier<Vault> vault;

    VaultSealing(Supplier<Vault> vault) {
        this.vault = vault;
    }

    @Override
    public byte[] seal(String place, byte[] clear) {
        return vault.get().seal(place, clear);
    }

    @Override
    public byte[] open(String place, byte[] sealed) {
        return vault.get().open(place, sealed);
    }
}
