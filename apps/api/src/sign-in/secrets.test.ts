import { expect, test } from "vitest";
import { formTokenOf, hashOf, isFormTokenOf, newSecret, seal, unseal } from "./secrets.ts";

test("a secret is 256 bits, and no two are alike", () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
});

test("what is sealed opens with its secret and no other", () => {
  const [secret, other] = [newSecret(), newSecret()];
  const sealed = seal(secret, "the issuer's word");
  expect(sealed).not.toContain("issuer");
  expect(unseal(secret, sealed)).toBe("the issuer's word");
  expect(unseal(other, sealed)).toBeUndefined();
  expect(unseal(secret, sealed.slice(0, -2))).toBeUndefined();
  expect(unseal(secret, "")).toBeUndefined();
  expect(seal(secret, "the issuer's word")).not.toBe(sealed);
});

test("a form's token is the session's own, and tells neither the secret nor its hash", () => {
  const secret = newSecret();
  expect(isFormTokenOf(secret, formTokenOf(secret))).toBe(true);
  for (const wrong of [formTokenOf(newSecret()), secret, hashOf(secret), "", undefined, [formTokenOf(secret)]]) {
    expect(isFormTokenOf(secret, wrong)).toBe(false);
  }
});
