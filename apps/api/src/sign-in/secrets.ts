import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits, as text that fits a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** What a form must carry to be a form of ours, shown to this session. */
export const formTokenOf = (secret: string): string => keyFor(secret, "form").toString("base64url");

export function isFormTokenOf(secret: string, given: unknown): boolean {
  const wanted = Buffer.from(formTokenOf(secret));
  const got = Buffer.from(typeof given === "string" ? given : "");
  return wanted.length === got.length && timingSafeEqual(wanted, got);
}

/** Closes text so that only the holder of the secret reads it. */
export function seal(secret: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(secret, "seal"), iv);
  const closed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString("base64url");
}

export function unseal(secret: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(secret, "seal"), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return undefined; // another secret, or not whole
  }
}

function keyFor(secret: string, use: "form" | "seal"): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `linchpin ${use}`, 32));
}
