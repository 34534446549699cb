import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import {
  checkChiNumber,
  checkIdentifier,
  checkNhsNumber,
  checkPostcode,
  checkScn,
  checkSeedCode,
  checkUpn,
  checkUprn,
  checkUrn,
  chiBeginsWith,
  type IdentifierCheck,
  isTemporaryUpn,
  mayBeKept,
  modulus11CheckDigit,
  nhsNumberInGroups,
  scnCheckDigit,
  upnCheckLetter,
} from "./identifiers.ts";

const demonstration = { isDemonstration: true };
const live = { isDemonstration: false };
const nhs = (text: string) => checkNhsNumber(text, demonstration);

/** Every text that differs from this one in one digit (or in its first letter), or by a swap of unequal neighbours. */
function mistyped(text: string): readonly string[] {
  const changes = [...text].flatMap((char, at) =>
    [...(/\d/.test(char) ? "0123456789" : "ABCDEFGHJKLMNPQRTUVWXYZ")]
      .filter((other) => other !== char)
      .map((other) => text.slice(0, at) + other + text.slice(at + 1)),
  );
  const swaps = [...text].flatMap((char, at) => {
    const next = text[at + 1];
    return next === undefined || next === char ? [] : [text.slice(0, at) + next + char + text.slice(at + 2)];
  });
  return [...changes, ...swaps];
}
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });

describe("an NHS number has ten digits and a check digit", () => {
  test.each(["9434765919", "9434765870", "4505577104", "4010232137", "9990000018", "9990000026"])(
    "%s is valid",
    (value) => {
      expect(nhs(value)).toEqual({ status: "valid", value });
    },
  );
  test.each([
    ...["9990000034", "9990000042", "9990000050", "9990000069", "9990000077"],
    ...["9990000085", "9990000093", "9990000107", "9990000115", "9990000123"],
  ])("%s, of the test range, is valid in a demonstration and refused elsewhere", (value) => {
    expect(nhs(value).status).toBe("valid");
    expect(checkNhsNumber(value, live).status).toBe("refused");
  });
  test.each(["9434765871", "9990000000", "9990000009", "943476591", "94347659190", "94347A5919", "", "-"])(
    "%s is not one",
    (value) => {
      expect(nhs(value).status).toBe("invalid");
    },
  );
  test.each([..."0123456789"])("%s repeated ten times is refused although it adds up", (digit) => {
    expect(modulus11CheckDigit(digit.repeat(9))).toBe(Number(digit));
    expect(nhs(digit.repeat(10)).status).toBe("refused");
  });
  test("no tenth digit fits 999000000", () => {
    expect(modulus11CheckDigit("999000000")).toBeUndefined();
  });
  test("spaces and hyphens of any kind are taken out", () => {
    for (const text of ["943 476 5919", " 943-476-5919 ", "943\u00a0476\u20115919", "９４３４７６５９１９"])
      expect(nhs(text)).toEqual({ status: "valid", value: "9434765919" });
    expect(nhsNumberInGroups("9434765919")).toBe("943 476 5919");
  });
  test("a number that begins with a date is asked about: it may be a CHI number", () => {
    expect(nhs("1904851231")).toMatchObject({ status: "unusual", problem: expect.stringContaining("CHI number") });
  });
  test("every change of one digit and every swap of two neighbours is caught", () => {
    fc.assert(
      fc.property(digits(9), (nine) => {
        const check = modulus11CheckDigit(nine);
        fc.pre(check !== undefined);
        for (const wrong of mistyped(`${nine}${check}`)) expect(nhs(wrong).status).toBe("invalid");
      }),
    );
  });
});

describe("a CHI number begins with a date of birth", () => {
  test.each([
    ...["1904851231", "2902201230", "0101011237", "0101336489", "0101405073", "0101625707", "0101160003", "0101160208"],
    ...["0101201234", "0101160000", "0101160018", "0101160026"],
  ])("%s is valid", (value) => {
    expect(checkChiNumber(value)).toEqual({ status: "valid", value });
  });
  test.each(["0101201233", "1904851232", "2902191230", "3201209999", "0113209999", "0101160001", "190485123"])(
    "%s is not one",
    (value) => {
      expect(checkChiNumber(value).status).toBe("invalid");
    },
  );
  test("one that only modulus 10 passes is unusual away from 1 January, and kept with a reason", () => {
    const check = checkChiNumber("1904851230");
    const other = [..."0123456789"]
      .map((last) => checkChiNumber(`190485123${last}`))
      .filter((c) => c.status === "unusual");
    expect(other).toHaveLength(1);
    expect(check.status === "unusual" || check.status === "invalid").toBe(true);
    expect(other.map((c) => mayBeKept("chi-number", c))).toEqual(["with-a-reason"]);
  });
  test("one digit repeated is refused", () => {
    expect(checkChiNumber("1111111111").status).toBe("refused");
  });
  test("another date than the date of birth is seen", () => {
    expect(chiBeginsWith("0101160003", localDate("2016-01-01"))).toBe(true);
    expect(chiBeginsWith("0101160003", localDate("2016-01-02"))).toBe(false);
  });
});

describe("a unique pupil number has a check letter", () => {
  test.each(["B801200005001", "P207000016049", "L359123425007", "A359123425008", "R674123101121"])(
    "%s is valid",
    (value) => {
      expect(checkUpn(value)).toEqual({ status: "valid", value });
      expect(isTemporaryUpn(value)).toBe(false);
    },
  );
  test.each(["Y82012342601A", "J82012342601Z"])("%s is valid and temporary", (value) => {
    expect(checkUpn(value.toLowerCase())).toEqual({ status: "valid", value });
    expect(isTemporaryUpn(value)).toBe(true);
  });
  test.each(["A801200005001", "B207000016049", "Q207000016049", "X80120000A001", "I801200005001", "B80120000500"])(
    "%s is not one",
    (value) => {
      expect(checkUpn(value).status).toBe("invalid");
    },
  );
  test("an authority nobody knows is asked about, not refused", () => {
    const check = checkUpn("E000200005001");
    expect(check.status).toBe("unusual");
    expect(mayBeKept("upn", check)).toBe("with-a-reason");
  });
  test.each(["838", "839", "840", "940", "941", "942", "943"])(
    "authority %s, newer than many lists, is known",
    (authority) => {
      const rest = `${authority}200005001`;
      expect(checkUpn(`${upnCheckLetter(rest)}${rest}`).status).toBe("valid");
    },
  );
  test("every change of one character and every swap of two neighbours is caught", () => {
    fc.assert(
      fc.property(fc.constantFrom("801", "207", "359", "674", "943"), digits(9), (authority, rest) => {
        const twelve = authority + rest;
        for (const wrong of mistyped(`${upnCheckLetter(twelve)}${twelve}`))
          expect(checkUpn(wrong).status).toBe("invalid");
      }),
    );
  });
});

describe("a Scottish Candidate Number has nine digits", () => {
  test.each(["260001248", "260001256", "051234561", "159876543", "130000010"])("%s is valid", (value) => {
    expect(checkScn(value)).toEqual({ status: "valid", value });
  });
  test.each(["260001249", "260001230", "112233440"])("%s does not add up, and may be kept with a reason", (value) => {
    expect(checkScn(value).status).toBe("invalid");
    expect(mayBeKept("scn", checkScn(value))).toBe("with-a-reason");
  });
  test.each(["26000123", "11223344"])("no ninth digit fits %s", (eight) => {
    expect(scnCheckDigit(eight)).toBeUndefined();
  });
  test("eight digits are not kept", () => {
    expect(mayBeKept("scn", checkScn("26000124"))).toBe("no");
  });
});

describe("places and schools", () => {
  test.each([
    [checkUprn("100062410143"), "valid", "100062410143"],
    [checkUprn("000012345"), "valid", "12345"],
    [checkUprn("0"), "invalid", "0"],
    [checkUprn("1234567890123"), "invalid", "1234567890123"],
    [checkUrn("106431"), "valid", "106431"],
    [checkUrn("10643"), "invalid", "10643"],
    [checkSeedCode("5100000"), "valid", "5100000"],
    [checkSeedCode("51"), "unusual", "51"],
    [checkPostcode("wn11yn"), "valid", "WN1 1YN"],
    [checkPostcode(" iv1  1ab "), "valid", "IV1 1AB"],
    [checkPostcode("EC1A1BB"), "valid", "EC1A 1BB"],
    [checkPostcode("WN1 1Y"), "invalid", "WN11Y"],
    [checkPostcode("QN1 1YN"), "invalid", "QN11YN"],
    [checkPostcode(""), "invalid", ""],
  ] satisfies [IdentifierCheck, string, string][])("%o", (check, status, value) => {
    expect(check).toMatchObject({ status, value });
  });
});

test("a problem says what to do and never repeats the number", () => {
  const kinds = ["nhs-number", "chi-number", "upn", "scn"] as const;
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.oneof(fc.string(), digits(9), digits(10), digits(13)), (kind, text) => {
      const check = checkIdentifier(kind, text, live);
      expect(check.problem === undefined).toBe(check.status === "valid");
      if (check.value.length > 2) expect(check.problem ?? "").not.toContain(check.value);
      expect(check.problem ?? "").not.toMatch(/please|invalid/i);
    }),
  );
});
