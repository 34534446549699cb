import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** A handle that queries are built on: one transaction's, or the one for the few tables outside areas. */
export type Handle = PgDatabase<PgQueryResultHKT>;

/** Who asks, of which area, at what moment. Row-level security reads these three and `as`; nothing is visible without them. */
export type Asking = {
  readonly areaId: string;
  /** The practitioner; none when a job of ours asks. */
  readonly practitionerId?: string;
  /** The moment of asking, ISO 8601. Access is judged at it. */
  readonly now: string;
  readonly as: "person" | "system";
};

/** A post that somebody may sign in to. */
export type SignInPost = {
  readonly areaId: string;
  readonly areaName: string;
  readonly isDemonstration: boolean;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly postId: string;
  readonly postTitle: string;
  readonly role: string;
  readonly agencyName: string;
  /** After how many minutes without work the area's sessions end; none where it keeps the product's own. */
  readonly idleMinutes: number | undefined;
};

export type AreaName = { readonly areaId: string; readonly name: string; readonly isDemonstration: boolean };

export type DemonstrationPerson = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly area: string;
  readonly title: string;
  readonly agency: string;
  readonly role: string;
  readonly hint: string;
};

/** The open database, whichever engine it runs on. */
export type Database = {
  readonly kind: "pglite" | "postgres";
  /**
   * Runs work in one transaction, as the app's role, with row security set for who asks. What the work throws undoes it.
   * A deadlock or a serialisation failure is tried again, at most twice: the work must do nothing outside the database.
   */
  readonly inArea: <T>(asking: Asking, work: (tx: Handle) => Promise<T>) => Promise<T>;
  /** For the tables outside areas: sessions, sign-in attempts, throttles. */
  readonly outside: Handle;
  /** Runs work on `outside` in one transaction. */
  readonly inOne: <T>(work: (tx: Handle) => Promise<T>) => Promise<T>;
  /** Current posts of one sign-in, across areas, on a day. */
  readonly postsFor: (issuer: string, subject: string, on: string) => Promise<readonly SignInPost[]>;
  readonly areas: () => Promise<readonly AreaName[]>;
  readonly demonstrationPeople: (on: string) => Promise<readonly DemonstrationPerson[]>;
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>;
  /** Raw access for the job library, which keeps a schema of its own as the owner. */
  readonly jobs: { readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> };
  /** A copy of an embedded database as bytes; undefined on a server, which has better means. */
  readonly backup: (() => Promise<Blob>) | undefined;
  readonly close: () => Promise<void>;
};
