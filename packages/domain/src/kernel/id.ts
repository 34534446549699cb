import { z } from "zod";

/** Ids are UUIDv7, made by the process that writes the row. */
export const IdSchema = z.uuid({ version: "v7", error: "This link does not lead to anything" });

/** Somebody picked on a form by a part of their name. */
export const PersonIdSchema = z.uuid({ version: "v7", error: "Find the person and pick them" });

/** Sent by the browser with each change, so that a change sent twice is made once. */
export const IdempotencyKeySchema = z.uuid({ error: "Reload the page and try again" });

/** The version of the row that a change was based on; one more still fits where it is kept. */
export const VersionSchema = z.int().min(1).max(2_000_000_000);
