import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export type AuditKey = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

/** The key that heads are signed with: read from its file, which is made, for its owner alone, when there is none. */
export function auditKey(file: string): AuditKey {
  mkdirSync(dirname(file), { recursive: true });
  const { privateKey } = generateKeyPairSync("ed25519");
  try {
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const read = createPrivateKey(readFileSync(file));
  return { privateKey: read, publicKey: createPublicKey(read) };
}

/** The half of the key that tells whether a head was signed with it. */
export const publicKeyIn = (file: string): KeyObject => createPublicKey(createPrivateKey(readFileSync(file)));
