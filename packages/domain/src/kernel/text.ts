import { z } from "zod";

/** False for text with U+0000 or half of a surrogate pair: neither can be stored, and neither was typed by a person. */
export const isStorable = (text: string): boolean => !text.includes("\u0000") && !/\p{Surrogate}/u.test(text);

/** Normal form, no spaces at the ends, lines ended the same way. */
export const tidied = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();

type Asked = { readonly max: number; readonly enter: string };

const bounded = ({ max, enter }: Asked) =>
  z
    .string({ error: enter })
    .refine(isStorable, "Remove the character that cannot be shown")
    .transform(tidied)
    .pipe(z.string().max(max, `Use ${max.toLocaleString("en-GB")} characters or fewer`));

/** One line of text that must be there. `enter` is what the person is told when it is not: "Enter a family name". */
export const line = (asked: Asked) =>
  bounded(asked).pipe(
    z
      .string()
      .min(1, asked.enter)
      .refine((text) => !text.includes("\n"), "Use one line"),
  );

/** Several lines of text that must be there. */
export const prose = (asked: Asked) => bounded(asked).pipe(z.string().min(1, asked.enter));

/** Text that may be left out; an empty one, or one of spaces, is as if it were. */
export const optional = <S extends z.ZodType<string, string>>(schema: S) =>
  z
    .string()
    .transform((text) => (tidied(text) === "" ? undefined : text))
    .pipe(schema.optional())
    .optional();

export const limits = { name: 200, line: 300, prose: 10_000 } as const;
