/**
 * How Linchpin stands to the OWASP Application Security Verification Standard 5.0.0, levels 1 and 2: each requirement by
 * its number, what it asks in a few words of ours, and what answers it. docs/security/asvs.md is written from this.
 */

/** A file of ours, and words in it: a test's or a group of tests' name (… for what is put into it), a symbol, a heading. */
export type Place = readonly [file: string, words: string];

export type Answer =
  | { readonly is: "test"; readonly at: readonly Place[]; readonly note?: string }
  | { readonly is: "setting"; readonly at: readonly Place[]; readonly note?: string }
  | { readonly is: "does-not-apply"; readonly why: string }
  | { readonly is: "not-met"; readonly missing: string };

export type Requirement = {
  readonly number: string;
  readonly level: 1 | 2;
  readonly asks: string;
  readonly answer: Answer;
};

export const edition = "v5.0.0";

/** Requirements of each level in that edition. */
export const inEdition: Readonly<Record<1 | 2, number>> = { 1: 70, 2: 183 };

export const chapters: Readonly<Record<number, string>> = {
  1: "Encoding and sanitisation",
  2: "Validation and business logic",
  3: "Web front end",
  4: "API and web service",
  5: "Files",
  6: "Authentication",
  7: "Sessions",
  8: "Authorisation",
  9: "Self-contained tokens",
  10: "OAuth and OIDC",
  11: "Cryptography",
  12: "Secure communication",
  13: "Configuration",
  14: "Data protection",
  15: "Secure coding and architecture",
  16: "Logging and error handling",
  17: "WebRTC",
};

const api = "apps/api/src";
const signIn = `${api}/sign-in`;
const inventory = "docs/security/inventory.md";
const sendEntry = `${api}/jobs/send-entry.test.ts`;

const tests = (...at: readonly Place[]): Answer => ({ is: "test", at });
const settings = (...at: readonly Place[]): Answer => ({ is: "setting", at });
const page = (heading: string): Answer => settings([inventory, `## ${heading}`]);
const none = (why: string): Answer => ({ is: "does-not-apply", why });
const missing = (what: string): Answer => ({ is: "not-met", missing: what });
const noted = (answer: Answer, note: string): Answer =>
  answer.is === "test" || answer.is === "setting" ? { ...answer, note } : answer;

const noPasswords = none("There are no passwords here: people sign in at their area's issuer.");
const noFactors = none("The second factor is the issuer's; we ask that it shows it.");
const noOutOfBand = none("No codes are sent out: the second factor is the issuer's.");
const noSockets = none("There are no WebSockets.");
const noCalls = none("There are no calls by sound or picture.");
const noIssuer = none(
  "We are a client of issuers and are none; the demonstration's is refused outside a demonstration.",
);
const noResource = none("We take no access tokens: a session of ours is asked for at every call.");
const noGraph = none("There is no GraphQL.");

const says = [`${signIn}/hostile-issuer.test.ts`, "with %s signs nobody in"] as const;
const hostileInput = [`${api}/hostile-input.test.ts`, "what nobody types"] as const;
const everyCell = [
  "packages/domain/src/access/acts.test.ts",
  "every cell of act, role, relation and restriction",
] as const;
const sweep = [
  `${api}/features/sweep.test.ts`,
  "… cells of procedure, role and situation are answered as the oracle has it: leaks 0",
] as const;
const secondLine = [
  `${api}/second-line.test.ts`,
  "what is about a child is seen by those tied to the child at that moment, and by nobody else",
] as const;
const noScript = [
  "tests/e2e/scripts.spec.ts",
  "a text of each of … kinds that would run as a script is shown as it was typed, and none runs",
] as const;
const whatMayRun = [`${api}/server.test.ts`, "%s says what may run"] as const;
const overHttps = [
  `${api}/server.test.ts`,
  "over https is https for two years, and its cookies are bound to the host",
] as const;
const forged = [
  `${api}/forged-requests.test.ts`,
  "no mutation takes a request that a page of ours did not send",
] as const;

const of = (number: string, level: 1 | 2, asks: string, answer: Answer): Requirement => ({
  number,
  level,
  asks,
  answer,
});

export const requirements: readonly Requirement[] = [
  of(
    "1.1.1",
    2,
    "Decode once, before checking",
    tests(
      ["packages/domain/src/kernel/text.test.ts", "text from people is stored as they wrote it, tidied"],
      [
        `${api}/features/people/list-file.test.ts`,
        "UTF-8 and Windows-1252 are told apart, and names keep accents and apostrophes",
      ],
    ),
  ),
  of(
    "1.1.2",
    2,
    "Encode output last, or let the interpreter",
    noted(
      tests(noScript),
      "The portals' pages are React's, which escapes as it writes; the server's few pages escape in one place.",
    ),
  ),
  of(
    "1.2.1",
    1,
    "Encode for the place in HTML, a header, a style",
    noted(tests(noScript), "No header carries what somebody typed."),
  ),
  of(
    "1.2.2",
    1,
    "Encode what goes into an address; safe schemes only",
    tests([`${signIn}/origins.test.ts`, "whatever is asked, a browser that follows it stays with us"]),
  ),
  of(
    "1.2.3",
    1,
    "No script or JSON built from text",
    noted(
      settings([`${api}/server.ts`, "scriptSrc"]),
      "No page holds a script or data within; answers are written as JSON by the transport.",
    ),
  ),
  of("1.2.4", 1, "Queries with parameters", tests(hostileInput)),
  of("1.2.5", 1, "No commands of the system from text", none("The api starts no other program.")),
  of("1.2.6", 2, "LDAP", none("No directory is asked.")),
  of("1.2.7", 2, "XPath", none("No XML is read.")),
  of("1.2.8", 2, "LaTeX", none("No LaTeX is set.")),
  of(
    "1.2.9",
    2,
    "Escape text in regular expressions",
    noted(
      settings([`${api}/db/name-key.ts`, "nameKeyOf"]),
      "No expression is made of what somebody typed: searches compare letters and digits alone.",
    ),
  ),
  of("1.3.1", 1, "Clean HTML of editors", none("Nobody writes HTML: every text is plain.")),
  of("1.3.2", 1, "No evaluation of text as code", settings([`${api}/server.ts`, "scriptSrc"])),
  of(
    "1.3.3",
    2,
    "Make text safe for where it goes",
    tests(["apps/manager-portal/src/features/quality/csv.test.ts", "%j is a text to a spreadsheet, not a formula"]),
  ),
  of("1.3.4", 2, "SVG of users", none("No pictures are taken.")),
  of("1.3.5", 2, "Markdown, styles and the like of users", none("None are taken.")),
  of(
    "1.3.6",
    2,
    "No calls to addresses that somebody gives",
    noted(
      tests([sendEntry, "a name that leads into our own network, wholly or in part, is not called"]),
      "Issuers of the settings are called, and an index of children that an operator set: by addresses of the public network alone.",
    ),
  ),
  of("1.3.7", 2, "No templates from text", none("No template is made while the process runs.")),
  of("1.3.8", 2, "JNDI", none("There is none.")),
  of("1.3.9", 2, "memcache", none("There is none.")),
  of("1.3.10", 2, "Format strings", none("None is made of text.")),
  of("1.3.11", 2, "Mail", none("No mail is sent.")),
  of("1.4.1", 2, "Memory-safe strings", none("TypeScript on Node: memory is the runtime's.")),
  of("1.4.2", 2, "No overflow of numbers", tests(hostileInput)),
  of("1.4.3", 2, "Memory released", none("TypeScript on Node: memory is the runtime's.")),
  of("1.5.1", 1, "XML parsers closed", none("No XML is read.")),
  of(
    "1.5.2",
    2,
    "Safe deserialisation",
    noted(tests(hostileInput), "JSON alone, into a schema that names each field."),
  ),

  of("2.1.1", 1, "Rules for each input documented", page("Input")),
  of("2.1.2", 2, "What must fit together documented", page("Input")),
  of("2.1.3", 2, "Limits of the work documented", page("Limits")),
  of(
    "2.2.1",
    1,
    "Inputs checked against what is expected",
    tests(hostileInput, [
      `${api}/fuzz.test.ts`,
      "every procedure, … inputs made from its own schema: no fault of ours, none that hangs",
    ]),
  ),
  of(
    "2.2.2",
    1,
    "Checked on the server",
    noted(tests(hostileInput), "The form's schema is the server's, asked again."),
  ),
  of(
    "2.2.3",
    2,
    "Related fields fit together",
    tests(["packages/domain/src/access/reviews.test.ts", "needs words to ask that something ends"]),
  ),
  of(
    "2.3.1",
    1,
    "Steps in their order",
    tests(
      [
        `${api}/features/consent/copies.test.ts`,
        "nothing goes while one thing is undecided; what is left in needs a reason, and a referral's does not",
      ],
      [
        `${api}/features/people/roll-in.test.ts`,
        "a second click confirms once, a stale version and a roll that changed since are refused",
      ],
    ),
  ),
  of(
    "2.3.2",
    2,
    "Limits of the work kept",
    tests([
      `${api}/features/access/emergency.test.ts`,
      "five tries in a day, found or not, and the sixth is refused although there is such a child",
    ]),
  ),
  of(
    "2.3.3",
    2,
    "All of a change or none",
    tests(
      [
        `${api}/audit-failing.test.ts`,
        "an answer whose audit could not be written is not given: answers without audit 0",
      ],
      [
        `${api}/features/sent-twice.test.ts`,
        "words that were changed and sent again under the same key are not taken for the first ones",
      ],
    ),
  ),
  of(
    "2.3.4",
    2,
    "One of a kind is given once",
    tests([
      `${api}/db/one-at-a-time.test.ts`,
      "every stretch of days or of time that is held has what keeps it to one at a time",
    ]),
  ),
  of(
    "2.4.1",
    2,
    "Against too many calls",
    missing(
      "Sign-in and emergency access are counted, and a call's size, batch and time are bounded; how often a signed-in person reads is not limited, only shown to the privacy officer afterwards.",
    ),
  ),

  of("3.2.1", 1, "Answers not shown as something else", tests(whatMayRun)),
  of("3.2.2", 1, "Text shown as text", tests(noScript)),
  of(
    "3.3.1",
    1,
    "Cookies are Secure and prefixed",
    noted(tests(overHttps), "Plain http is for this machine alone, where no cookie can be Secure."),
  ),
  of(
    "3.3.2",
    2,
    "SameSite fits the cookie",
    tests([`${signIn}/sign-in.test.ts`, "is out of reach of scripts, and of other sites' requests"]),
  ),
  of("3.3.3", 2, "__Host- prefix", tests(overHttps)),
  of(
    "3.3.4",
    2,
    "HttpOnly, sent by Set-Cookie alone",
    tests([`${signIn}/sign-in.test.ts`, "is out of reach of scripts, and of other sites' requests"]),
  ),
  of("3.4.1", 1, "HSTS for a year; level 2: subdomains", tests(overHttps)),
  of("3.4.2", 1, "No open CORS", tests(whatMayRun)),
  of("3.4.3", 2, "A content policy without objects and base", tests(whatMayRun)),
  of("3.4.4", 2, "nosniff on every answer", tests(whatMayRun)),
  of("3.4.5", 2, "A referrer policy", tests(whatMayRun)),
  of("3.4.6", 2, "No framing", tests(whatMayRun)),
  of("3.5.1", 1, "Forged requests refused", tests(forged)),
  of(
    "3.5.2",
    1,
    "No way round the preflight",
    tests([`${api}/server.test.ts`, "a call sent as %j is refused, even by ours"], forged),
  ),
  of(
    "3.5.3",
    1,
    "Nothing sensitive by GET",
    tests([`${api}/server.test.ts`, "by %s is not answered, so that nothing asked is in an address"]),
  ),
  of(
    "3.5.4",
    2,
    "Separate applications, separate hosts",
    noted(
      settings([`${api}/server.ts`, "/named-person"]),
      "The two portals are one application for one sign-in, of one origin on purpose; nothing else may live on it.",
    ),
  ),
  of("3.5.5", 2, "postMessage checked", none("No message is listened for.")),
  of("3.7.1", 2, "No dead technology in the browser", settings(["apps/manager-portal/vite.config.ts", "react"])),
  of(
    "3.7.2",
    2,
    "Leads elsewhere from a list alone",
    tests([`${signIn}/hostile-issuer.test.ts`, "the way on to %j leads nowhere but here"]),
  ),

  of(
    "4.1.1",
    1,
    "Content type with its charset",
    noted(
      settings([`${api}/static.ts`, "res.type(extname(file.path))"]),
      "Pages and plain text by express, with utf-8; calls as application/json.",
    ),
  ),
  of(
    "4.1.2",
    2,
    "No silent way from http to https for calls",
    noted(page("Connections"), "The process leads nobody on; the proxy must not for /api."),
  ),
  of("4.1.3", 2, "A proxy's headers cannot be set by users", settings([`${api}/env.ts`, "TrustProxySchema"])),
  of(
    "4.2.1",
    2,
    "Message bounds read one way",
    noted(
      settings([`${api}/running.ts`, "createServer(server.app)"]),
      "Node's own parser, strict unless told otherwise; the proxy's is the operator's.",
    ),
  ),
  of("4.3.1", 2, "GraphQL cost", noGraph),
  of("4.3.2", 2, "GraphQL introspection", noGraph),
  of("4.4.1", 1, "WebSocket over TLS", noSockets),
  of("4.4.2", 2, "WebSocket origin", noSockets),
  of("4.4.3", 2, "WebSocket tokens", noSockets),
  of("4.4.4", 2, "WebSocket tokens from the session", noSockets),

  of("5.1.1", 2, "Kinds and sizes of files documented", page("Files")),
  of(
    "5.2.1",
    1,
    "Files of a size that can be worked",
    tests([`${api}/server.test.ts`, "may bring a megabyte, and an upload by itself more"]),
  ),
  of(
    "5.2.2",
    1,
    "A file is what it says",
    noted(
      tests([`${api}/features/people/list-file.test.ts`, "what is no list is refused in plain words"]),
      "What is in it counts, whatever it is called.",
    ),
  ),
  of("5.2.3", 2, "Compressed files bounded", noted(settings([`${api}/calls.ts`, "inflate: false"]), "None are taken.")),
  of("5.3.1", 1, "Uploads are not run", none("What is uploaded is never served.")),
  of("5.3.2", 1, "No paths from users", tests([`${api}/server.test.ts`, "%s is no file of it"])),
  of("5.4.1", 2, "Names of downloads checked", none("The server gives no file under a name that somebody chose.")),
  of("5.4.2", 2, "Names of downloads encoded", none("The server gives no file under a name that somebody chose.")),
  of("5.4.3", 2, "Scanned for viruses", none("No file that was uploaded is passed on.")),

  of("6.1.1", 1, "Throttles documented", page("Limits")),
  of("6.1.2", 2, "Words not to be in passwords", noPasswords),
  of("6.1.3", 2, "Ways to sign in documented", page("Sessions")),
  of("6.2.1", 1, "Length of passwords", noPasswords),
  of("6.2.2", 1, "Change of password", noPasswords),
  of("6.2.3", 1, "Old password for a new one", noPasswords),
  of("6.2.4", 1, "Common passwords", noPasswords),
  of("6.2.5", 1, "Any composition", noPasswords),
  of("6.2.6", 1, "Masked field", noPasswords),
  of("6.2.7", 1, "Paste and managers", noPasswords),
  of("6.2.8", 1, "Taken as typed", noPasswords),
  of("6.2.9", 2, "64 characters", noPasswords),
  of("6.2.10", 2, "No forced change", noPasswords),
  of("6.2.11", 2, "List of words used", noPasswords),
  of("6.2.12", 2, "Breached passwords", noPasswords),
  of(
    "6.3.1",
    1,
    "Throttles in force",
    tests(
      [`${signIn}/issuers.test.ts`, "of one person at one address, whoever they are"],
      [`${signIn}/issuers.test.ts`, "of an address whose sign-ins fail and fail"],
    ),
  ),
  of(
    "6.3.2",
    1,
    "No default accounts",
    tests([`${api}/demo-issuer/demo-issuer.test.ts`, "an area that is none keeps it from starting"]),
  ),
  of(
    "6.3.3",
    2,
    "More than one factor for everybody",
    missing(
      "Managers, co-ordinators and privacy officers need a second factor. A practitioner may come in with one, unless the area's setting asks it of all (`alsoFor`).",
    ),
  ),
  of(
    "6.3.4",
    2,
    "No other way in",
    tests(
      [`${api}/demo-issuer/demo-issuer.test.ts`, "it works for demonstrations and nothing else"],
      [`${signIn}/second-factor.test.ts`, "is not to be had by changing posts"],
    ),
  ),
  of("6.4.1", 1, "Initial secrets", noPasswords),
  of("6.4.2", 1, "No hints or questions", noPasswords),
  of("6.4.3", 2, "Forgotten password", noPasswords),
  of("6.4.4", 2, "Lost factor", noFactors),
  of("6.5.1", 2, "Codes used once", noFactors),
  of("6.5.2", 2, "Codes stored hashed", noFactors),
  of("6.5.3", 2, "Codes random", noFactors),
  of("6.5.4", 2, "Codes long enough", noFactors),
  of("6.5.5", 2, "Codes short-lived", noFactors),
  of("6.6.1", 2, "Codes by telephone", noOutOfBand),
  of("6.6.2", 2, "Codes bound to the request", noOutOfBand),
  of("6.6.3", 2, "Codes throttled", noOutOfBand),
  of(
    "6.8.1",
    2,
    "One issuer cannot be another's person",
    tests(
      [`${signIn}/hostile-issuer.test.ts`, "another issuer's word for somebody is another person"],
      [`${signIn}/issuers.test.ts`, "people are known by issuer and subject, never by what else is said of them"],
    ),
  ),
  of("6.8.2", 2, "Signatures always checked", tests(says)),
  of("6.8.3", 2, "SAML once", none("There is no SAML; a code is taken once.")),
  of(
    "6.8.4",
    2,
    "Strength read from what the issuer says",
    tests(
      [`${signIn}/second-factor.test.ts`, "is not opened by a password alone, and says how to go on"],
      [`${signIn}/second-factor.test.ts`, "where nothing is set, the issuer is to say amr mfa"],
    ),
  ),

  of("7.1.1", 2, "Timeouts documented", page("Sessions")),
  of("7.1.2", 2, "Parallel sessions documented", page("Sessions")),
  of("7.1.3", 2, "Sessions of the federation documented", page("Sessions")),
  of(
    "7.2.1",
    1,
    "Tokens checked at the back",
    tests([`${signIn}/sessions.test.ts`, "without a cookie, or with a made-up one, nobody is at work"]),
  ),
  of(
    "7.2.2",
    1,
    "Tokens made for each session",
    tests([`${signIn}/secrets.test.ts`, "a secret is 256 bits, and no two are alike"]),
  ),
  of(
    "7.2.3",
    1,
    "128 random bits at least",
    tests([`${signIn}/secrets.test.ts`, "a secret is 256 bits, and no two are alike"]),
  ),
  of(
    "7.2.4",
    1,
    "A new token at each sign-in",
    tests(
      [`${signIn}/sign-in.test.ts`, "signing in again ends the session before"],
      [`${signIn}/hostile-issuer.test.ts`, "a session planted before sign-in is worth nothing after it"],
    ),
  ),
  of(
    "7.3.1",
    2,
    "Ends without work",
    tests([`${signIn}/sessions.test.ts`, "when nothing was done for fifteen minutes"]),
  ),
  of(
    "7.3.2",
    2,
    "Ends in any case",
    tests([`${signIn}/sessions.test.ts`, "after twelve hours, however busy they were"]),
  ),
  of(
    "7.4.1",
    1,
    "Over is over, at the back",
    tests([`${signIn}/sessions.test.ts`, "ends the session here and at the issuer"]),
  ),
  of(
    "7.4.2",
    1,
    "A leaver's sessions end",
    tests([`${signIn}/sessions.test.ts`, "and has lost access at the next request"]),
  ),
  of(
    "7.4.3",
    2,
    "Others can be ended after a change of factor",
    noted(
      tests([
        `${signIn}/sessions.test.ts`,
        "here leaves other devices signed in; everywhere does not, nor touches anybody else",
      ]),
      "Factors change at the issuer, which can end ours.",
    ),
  ),
  of("7.4.4", 2, "Signing out from every page", settings(["packages/portal/src/shell.tsx", "/sign-out"])),
  of(
    "7.4.5",
    2,
    "Managers can end sessions",
    tests([
      `${api}/features/access/sessions.test.ts`,
      "are ended by their manager, or the manager above, and the person is told why",
    ]),
  ),
  of("7.5.1", 2, "Signing in anew before changing factors", noFactors),
  of(
    "7.5.2",
    2,
    "People see and end their sessions, having signed in again",
    missing("Everybody sees and ends their own sessions; they are not asked to sign in again for it."),
  ),
  of(
    "7.6.1",
    2,
    "Sessions of issuer and product as documented",
    tests([
      `${signIn}/issuer-signs-out.test.ts`,
      "of everybody it names, whatever session of theirs, and of nobody else",
    ]),
  ),
  of(
    "7.6.2",
    2,
    "No session without an action",
    tests([`${signIn}/sign-in.test.ts`, "the sign-in page lists the issuers, and takes nobody anywhere by itself"]),
  ),

  of(
    "8.1.1",
    1,
    "Who may do what documented",
    settings(["packages/domain/src/access/acts.ts", "export const acts"], [inventory, "## Who may do what"]),
  ),
  of("8.1.2", 2, "Which fields documented", page("Who may do what")),
  of("8.2.1", 1, "Functions by permission", tests(everyCell, sweep)),
  of(
    "8.2.2",
    1,
    "Records by permission",
    tests(
      secondLine,
      [
        `${api}/features/restriction/restriction.test.ts`,
        "somebody without a part in the child's care is told that there is no such child",
      ],
      [`${api}/refusals.test.ts`, "one that is nobody's is kept without a child, and is told in the same words"],
    ),
  ),
  of(
    "8.2.3",
    2,
    "Fields by permission",
    noted(
      tests(
        [
          `${api}/features/restriction/restriction.test.ts`,
          "address and carers are there for whoever may know, from the second they are named until the second that ends",
        ],
        [
          `${api}/trpc.test.ts`,
          "what is not recorded of a colleague is not told with a refusal, nor what stands in their way",
        ],
      ),
      "Nothing leaves that an output schema does not name.",
    ),
  ),
  of("8.3.1", 1, "Enforced on the server", tests(sweep, secondLine)),
  of(
    "8.4.1",
    2,
    "One area never touches another",
    tests([`${api}/second-line.test.ts`, "nobody sees a row of another area, in any table"]),
  ),

  of("9.1.1", 1, "Signature before content", tests(says)),
  of(
    "9.1.2",
    1,
    "Algorithms from a list, none is not in it",
    noted(
      tests(says),
      "Logout tokens have a list; ID tokens are held to what the issuer's own description names, and never to a symmetric one.",
    ),
  ),
  of("9.1.3", 1, "Keys from where we know", tests(says)),
  of("9.2.1", 1, "Times of a token hold", tests(says)),
  of(
    "9.2.2",
    2,
    "The right kind of token",
    tests([`${signIn}/issuer-signs-out.test.ts`, "words that do not hold end nothing, and are answered alike"]),
  ),
  of("9.2.3", 2, "The right audience", tests([`${signIn}/issuers.test.ts`, "%s signs nobody in"])),
  of("9.2.4", 2, "Issuers restrict the audience", noIssuer),

  of(
    "10.1.1",
    2,
    "Tokens only where they are needed",
    noted(
      tests([`${signIn}/secrets.test.ts`, "what is sealed opens with its secret and no other"]),
      "The browser has none; the ID token is sealed, for signing out.",
    ),
  ),
  of(
    "10.1.2",
    2,
    "Only what this browser's attempt brought",
    tests([
      `${signIn}/sign-in.test.ts`,
      "another browser cannot take it, so nobody is signed in as somebody else by a link",
    ]),
  ),
  of(
    "10.2.1",
    2,
    "PKCE or state",
    tests([
      `${signIn}/sign-in.test.ts`,
      "the issuer is asked by code, with PKCE, state and nonce, and for the password each time",
    ]),
  ),
  of(
    "10.2.2",
    2,
    "No mix-up of issuers",
    tests([`${signIn}/issuers.test.ts`, "a state that one issuer was given cannot come back through another"]),
  ),
  of("10.3.1", 2, "Access token's audience", noResource),
  of("10.3.2", 2, "Access token's claims", noResource),
  of("10.3.3", 2, "Access token's person", noResource),
  of("10.3.4", 2, "Access token's strength", noResource),
  of("10.4.1", 1, "Redirects exact", noIssuer),
  of("10.4.2", 1, "Codes once", noIssuer),
  of("10.4.3", 1, "Codes short-lived", noIssuer),
  of("10.4.4", 1, "Grants limited", noIssuer),
  of("10.4.5", 1, "Refresh tokens not replayed", noIssuer),
  of("10.4.6", 2, "PKCE asked", noIssuer),
  of("10.4.7", 2, "Registration of clients", noIssuer),
  of("10.4.8", 2, "Refresh tokens end", noIssuer),
  of("10.4.9", 2, "Tokens revoked by their owner", noIssuer),
  of("10.4.10", 2, "Clients authenticated", noIssuer),
  of("10.4.11", 2, "Scopes assigned", noIssuer),
  of(
    "10.5.1",
    2,
    "ID token not replayed",
    tests([`${signIn}/hostile-issuer.test.ts`, "an ID token of an earlier sign-in is not taken again"]),
  ),
  of(
    "10.5.2",
    2,
    "A person by a claim that stays theirs",
    tests([`${signIn}/issuers.test.ts`, "people are known by issuer and subject, never by what else is said of them"]),
  ),
  of(
    "10.5.3",
    2,
    "The issuer's description is its own",
    noted(settings([`${signIn}/issuers.ts`, "oidc.discovery"]), "The library compares the name exactly."),
  ),
  of("10.5.4", 2, "The ID token is for us", tests([`${signIn}/issuers.test.ts`, "%s signs nobody in"])),
  of(
    "10.5.5",
    2,
    "Logout tokens typed, with their event, without nonce",
    missing(
      "Event, nonce, age, audience and single use are checked; a logout token without a type, or of type JWT, is taken, because issuers send such.",
    ),
  ),
  of("10.6.1", 2, "Response types of a provider", noIssuer),
  of("10.6.2", 2, "Forced logout at a provider", noIssuer),
  of("10.7.1", 2, "Consent at a provider", noIssuer),
  of("10.7.2", 2, "Consent explained", noIssuer),
  of("10.7.3", 2, "Consent taken back", noIssuer),

  of("11.1.1", 2, "A policy for keys", page("Keys and algorithms")),
  of("11.1.2", 2, "An inventory of keys", page("Keys and algorithms")),
  of(
    "11.2.1",
    2,
    "Validated implementations",
    settings([`${signIn}/secrets.ts`, "node:crypto"], [`${signIn}/issuers.ts`, "openid-client"]),
  ),
  of(
    "11.2.2",
    2,
    "Algorithms and keys can be changed",
    missing(
      "Session secrets, seals and client secrets are replaced by themselves or by a restart. The chain of the audit and the heads have one algorithm, with no field that names it.",
    ),
  ),
  of(
    "11.2.3",
    2,
    "128 bits of strength",
    missing("All of ours have it; an issuer may sign with RSA of 2048 bits, which has less."),
  ),
  of("11.3.1", 1, "No weak modes", settings([`${signIn}/secrets.ts`, "aes-256-gcm"])),
  of("11.3.2", 1, "Approved ciphers", settings([`${signIn}/secrets.ts`, "aes-256-gcm"])),
  of(
    "11.3.3",
    2,
    "Authenticated encryption",
    tests([`${signIn}/secrets.test.ts`, "what is sealed opens with its secret and no other"]),
  ),
  of(
    "11.4.1",
    1,
    "Approved hashes",
    settings([`${signIn}/secrets.ts`, "sha256"], [`${api}/jobs/audit-hash.ts`, "sha256"]),
  ),
  of("11.4.2", 2, "Passwords stored slowly", noPasswords),
  of(
    "11.4.3",
    2,
    "Hashes of 256 bits",
    tests([`${api}/jobs/tampering.test.ts`, "%s: one changed by as little as can be is found, and its block is named"]),
  ),
  of("11.4.4", 2, "Keys from passwords stretched", noPasswords),
  of(
    "11.5.1",
    2,
    "Secrets of 128 random bits",
    tests([`${signIn}/secrets.test.ts`, "a secret is 256 bits, and no two are alike"]),
  ),
  of(
    "11.6.1",
    2,
    "Approved keys and signatures",
    noted(
      tests([
        `${api}/jobs/audit-key.test.ts`,
        "a key and a folder that can be made are made, and hold at the next start",
      ]),
      "Ed25519.",
    ),
  ),

  of(
    "12.1.1",
    1,
    "TLS 1.2 and 1.3 alone",
    noted(page("Connections"), "The proxy's, which is the operator's; we cannot test it."),
  ),
  of("12.1.2", 2, "Recommended suites", noted(page("Connections"), "The proxy's.")),
  of("12.1.3", 2, "Client certificates checked", none("None are asked for.")),
  of("12.2.1", 1, "TLS to everybody outside", tests([`${api}/env.test.ts`, "each mistake is a sentence"])),
  of("12.2.2", 1, "Public certificates", noted(page("Connections"), "The proxy's.")),
  of(
    "12.3.1",
    2,
    "TLS on every connection",
    missing(
      "Issuers are called over https alone. The way to the database and from the proxy is encrypted where the operator sets it; nothing refuses to start without.",
    ),
  ),
  of(
    "12.3.2",
    2,
    "Certificates checked by us",
    noted(
      settings([`${signIn}/issuers.ts`, "allowInsecureRequests"], [`${api}/jobs/send-entry.ts`, "servername"]),
      "Plain http is let through to this machine alone; elsewhere Node checks.",
    ),
  ),
  of(
    "12.3.3",
    2,
    "TLS between internal services",
    none("There is one process; its database is not spoken to over http."),
  ),
  of(
    "12.3.4",
    2,
    "Trusted certificates between internal services",
    none("There is one process; its database is not spoken to over http."),
  ),

  of("13.1.1", 2, "Connections documented", page("Connections")),
  of(
    "13.2.1",
    2,
    "Back-end parts authenticate, with short-lived credentials",
    missing(
      "The database is reached with a password of the service's own; short-lived credentials or certificates are not supported beyond what the address can say.",
    ),
  ),
  of(
    "13.2.2",
    2,
    "Least privilege between parts",
    tests([
      `${api}/main.postgres.test.ts`,
      "a role that passes by row security is refused where children may be real, in a sentence and no more",
    ]),
  ),
  of(
    "13.2.3",
    2,
    "No default credentials",
    settings(["docs/guides/run-on-postgresql.md", "## 1. Two roles and a database"]),
  ),
  of(
    "13.2.4",
    2,
    "A list of what may be called",
    settings(
      [`${api}/env.ts`, "function readIssuers"],
      [`${api}/jobs/send-entry.ts`, "function whyNoIndex"],
      [inventory, "## Connections"],
    ),
  ),
  of(
    "13.2.5",
    2,
    "A list of what the server loads",
    settings([`${api}/static.ts`, "function filesUnder"], [`${api}/env.ts`, "function readRulebookFiles"]),
  ),
  of(
    "13.3.1",
    2,
    "Secrets in a vault",
    missing(
      "Secrets come from the environment or files, and are in no code or build; a vault is the operator's choice.",
    ),
  ),
  of(
    "13.3.2",
    2,
    "Secrets for whoever needs them",
    tests([
      `${api}/jobs/sealer.test.ts`,
      "a head is signed once with a key its owner alone can read, and is never written over",
    ]),
  ),
  of(
    "13.4.1",
    1,
    "No source control in reach",
    noted(tests([`${api}/server.test.ts`, "%s is no file of it"]), "Only the folders of the built portals are served."),
  ),
  of(
    "13.4.2",
    2,
    "No debug mode",
    tests([`${api}/server.test.ts`, "of a failure knows where and not what; the person gets a number to tell"]),
  ),
  of("13.4.3", 2, "No listings", tests([`${api}/server.test.ts`, "%s is no file of it"])),
  of("13.4.4", 2, "No TRACE", tests([`${api}/server.test.ts`, "%s is not done here"])),
  of(
    "13.4.5",
    2,
    "No documentation or monitoring exposed",
    noted(
      tests([`${api}/server.test.ts`, "that it lives, and that it is ready while the database answers"]),
      "Two words for whoever watches over the process, and nothing else.",
    ),
  ),

  of("14.1.1", 2, "Data by level", page("Data by level")),
  of("14.1.2", 2, "What each level needs", page("Data by level")),
  of(
    "14.2.1",
    1,
    "Nothing sensitive in an address",
    noted(
      tests([`${api}/server.test.ts`, "by %s is not answered, so that nothing asked is in an address"]),
      "Addresses of pages hold ids and what a list is narrowed by.",
    ),
  ),
  of("14.2.2", 2, "Nothing sensitive in caches between", tests([`${api}/server.test.ts`, "%s is kept by no cache"])),
  of("14.2.3", 2, "Nothing to others", tests(whatMayRun)),
  of(
    "14.2.4",
    2,
    "Each level as documented",
    missing(
      "Access, audit, logs and integrity are as documented. Encryption at rest is the operator's, and no times after which a child's record is erased are set yet.",
    ),
  ),
  of(
    "14.3.1",
    1,
    "The browser forgets after signing out",
    tests(
      [`${signIn}/sessions.test.ts`, "has the browser throw away what it still has of the pages"],
      ["packages/ui/src/session-ended.test.tsx", "SessionEnded"],
    ),
  ),
  of("14.3.2", 2, "no-store", tests([`${api}/server.test.ts`, "%s is kept by no cache"])),
  of(
    "14.3.3",
    2,
    "Nothing in the browser's storage",
    noted(
      tests([`tools/docs/src/asvs.test.ts`, "nothing of ours writes to the browser's storage"]),
      "What is being written is kept on the server.",
    ),
  ),

  of("15.1.1", 1, "Times for mending dependencies", page("Dependencies")),
  of("15.1.2", 2, "An inventory of dependencies", page("Dependencies")),
  of("15.1.3", 2, "What takes long documented", page("Limits")),
  of(
    "15.2.1",
    1,
    "No dependency past its time",
    missing("Versions are exact and recent, but nothing here asks an advisory service by itself: somebody has to."),
  ),
  of(
    "15.2.2",
    2,
    "What takes long is bounded",
    tests(
      [`${api}/db/limits.postgres.test.ts`, "ends a statement that takes too long"],
      [`${api}/server.test.ts`, "may travel with nine others"],
    ),
  ),
  of(
    "15.2.3",
    2,
    "No test code in production",
    tests(
      [`${api}/demo-issuer/demo-issuer.test.ts`, "an area that is none keeps it from starting"],
      [`${api}/architecture.test.ts`, "no line of the source breaks the direction"],
    ),
  ),
  of(
    "15.3.1",
    1,
    "Only the fields that are needed",
    noted(
      tests([
        `${api}/trpc.test.ts`,
        "what is not recorded of a colleague is not told with a refusal, nor what stands in their way",
      ]),
      "Each procedure has an output schema.",
    ),
  ),
  of(
    "15.3.2",
    2,
    "No redirects followed when calling out",
    noted(
      tests([sendEntry, "no redirect is followed, and an answer that is no yes is a refusal"]),
      "Of an index of children. To issuers, the library follows none (`sign-in/issuers.ts`).",
    ),
  ),
  of("15.3.3", 2, "No field that was not meant", tests(hostileInput)),
  of("15.3.4", 2, "The caller's true address", tests([`${signIn}/throttle.test.ts`, "%s is counted as %s"])),
  of(
    "15.3.5",
    2,
    "Strict types",
    settings(["tsconfig.base.json", "strict"], ["tsconfig.base.json", "noUncheckedIndexedAccess"]),
  ),
  of("15.3.6", 2, "No prototype pollution", tests(hostileInput)),
  of(
    "15.3.7",
    2,
    "No twice-given parameters",
    noted(settings([`${api}/server.ts`, '"query parser", "simple"']), "Calls are one JSON each."),
  ),

  of("16.1.1", 2, "An inventory of logs", page("Logs")),
  of(
    "16.2.1",
    2,
    "When, where, who, what",
    tests([`${api}/server.test.ts`, "has a line for each request: ids and numbers, the route and not the address"]),
  ),
  of("16.2.2", 2, "Times in UTC, clocks in step", page("Logs")),
  of("16.2.3", 2, "Logs only where documented", settings([`${api}/log.ts`, "createLog"], [inventory, "## Logs"])),
  of("16.2.4", 2, "A common format", settings([`${api}/log.ts`, "pino"])),
  of(
    "16.2.5",
    2,
    "Nothing in logs that must not be",
    tests(
      [`${api}/log.test.ts`, "a field that is not on the list is dropped, whatever it is called"],
      [`${signIn}/issuers.test.ts`, "the log knows nobody's name, claims or way back"],
    ),
  ),
  of(
    "16.3.1",
    2,
    "Sign-ins logged",
    tests([`${signIn}/kept.test.ts`, "who came and who went is in the audit of the area they work in, at their post"]),
  ),
  of(
    "16.3.2",
    2,
    "Refusals logged",
    tests([
      `${api}/refusals.test.ts`,
      "a post that may not ask at all is kept with the child too; a child of another area is no child here",
    ]),
  ),
  of(
    "16.3.3",
    2,
    "Attempts to get round logged",
    tests(
      [`${api}/server.test.ts`, "says of a request that was turned away at the door why it was"],
      [
        `${signIn}/kept.test.ts`,
        "somebody who left and tries to come back is kept in the area that knows them, and in no other",
      ],
    ),
  ),
  of(
    "16.3.4",
    2,
    "Unexpected errors logged",
    tests([`${api}/server.test.ts`, "of a failure knows where and not what; the person gets a number to tell"]),
  ),
  of(
    "16.4.1",
    2,
    "No forged log lines",
    tests([
      `${api}/log.test.ts`,
      "a line of somebody's words that begins like a place in the code is not taken for one",
    ]),
  ),
  of(
    "16.4.2",
    2,
    "Logs protected from change",
    noted(
      tests([`${api}/jobs/sealer.test.ts`, "neither an entry nor a block can be changed or taken away by the product"]),
      "The audit; the process's lines are the operator's to keep.",
    ),
  ),
  of(
    "16.4.3",
    2,
    "Logs sent elsewhere",
    noted(
      settings([`${api}/jobs/audit-head.ts`, "signHeads"], [inventory, "## Logs"]),
      "Heads of the audit; standard output is the operator's to send.",
    ),
  ),
  of(
    "16.5.1",
    2,
    "A general message for a fault",
    tests([`${api}/server.test.ts`, "of a failure knows where and not what; the person gets a number to tell"]),
  ),
  of(
    "16.5.2",
    2,
    "Works on safely when something is away",
    tests([`${signIn}/issuers.test.ts`, "an issuer that is away is said so, and holds up nobody else"]),
  ),
  of(
    "16.5.3",
    2,
    "Fails closed",
    tests(
      [
        `${api}/audit-failing.test.ts`,
        "an answer whose audit could not be written is not given: answers without audit 0",
      ],
      [`${signIn}/kept.test.ts`, "nobody comes in when it cannot be kept"],
    ),
  ),

  of("17.1.1", 2, "TURN addresses", noCalls),
  of("17.2.1", 2, "DTLS keys", noCalls),
  of("17.2.2", 2, "DTLS suites", noCalls),
  of("17.2.3", 2, "SRTP checked", noCalls),
  of("17.2.4", 2, "SRTP malformed", noCalls),
  of("17.3.1", 2, "Signalling floods", noCalls),
  of("17.3.2", 2, "Signalling malformed", noCalls),
];
