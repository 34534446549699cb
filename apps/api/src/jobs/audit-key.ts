import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { accessSync, constants, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../folders.ts";
import { Mistaken } from "../mistaken.ts";

export type AuditKey = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

/** The key that heads are signed with: read from its file, which is made, for its owner alone, when there is none. */
export function auditKey(file: string): AuditKey {
  makeFolder(dirname(file));
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

/** Sees at the start, and not on the day a head is to be signed, that there is a key to sign with and a place to keep it. */
export function expectToSign({ headDir, keyFile }: { readonly headDir: string; readonly keyFile: string }): void {
  const tries: readonly (readonly [string, () => unknown])[] = [
    [`AUDIT_KEY_FILE: ${keyFile} is no key that can be read, and none can be made there.`, () => auditKey(keyFile)],
    [
      `AUDIT_HEAD_DIR: the folder ${headDir} cannot be written to.`,
      () => {
        makeFolder(headDir);
        accessSync(headDir, constants.W_OK);
      },
    ],
  ];
  const mistakes = tries.filter(([, isPossible]) => fails(isPossible)).map(([sentence]) => sentence);
  if (mistakes.length > 0) throw new Mistaken(mistakes);
}

function fails(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}
