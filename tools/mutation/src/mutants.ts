import { parseSync } from "vite";

/** One small fault put into a rule file: the tests should notice it. */
export type Mutant = {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** What was there, and what stands there instead. */
  readonly was: string;
  readonly is: string;
};

type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;

/** A boundary moves by one, an equality turns round. */
const comparisons: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "-": "+",
  "*": "/",
  "&&": "||",
  "||": "&&",
};

/** What a finding says, turned into something else that a finding may say. */
const effects: Readonly<Record<string, string>> = {
  permits: "prevents",
  prevents: "permits",
  "permits-if": "permits",
  refers: "permits",
  unknown: "not-needed",
  must: "may",
  expected: "suggested",
  suggested: "expected",
  may: "must",
  barred: "may",
  "not-needed": "must",
  "at-once": "unknown",
};
const effectKeys = ["effect", "tier", "due", "force"];

const others: Readonly<Record<string, string>> = { some: "every", every: "some" };

/** What may stand in place of a node: its text, made of the text that was there. */
function replacementsOf(node: Node, parent: Node | undefined, text: (of: Node) => string): readonly string[] {
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression": {
      const operator = String(node.operator);
      const [left, right] = [node.left as Node, node.right as Node];
      if (operator === "??") return [text(left)];
      const other = comparisons[operator];
      return other === undefined ? [] : [`${text(left)} ${other} ${text(right)}`];
    }
    case "UnaryExpression":
      return node.operator === "!" ? [text(node.argument as Node)] : [];
    case "ConditionalExpression":
      return [`${text(node.test as Node)} ? ${text(node.alternate as Node)} : ${text(node.consequent as Node)}`];
    case "Literal":
      return literalsFor(node, parent);
    case "CallExpression":
      return otherCall(node, text);
    default:
      return [];
  }
}

function literalsFor(node: Node, parent: Node | undefined): readonly string[] {
  const { value } = node;
  if (typeof value === "number") return [String(value + 1)];
  if (typeof value === "boolean") return [String(!value)];
  const key = parent?.type === "Property" ? (parent.key as Node).name : undefined;
  const other = typeof value === "string" && effectKeys.includes(String(key)) ? effects[value] : undefined;
  return other === undefined ? [] : [JSON.stringify(other)];
}

function otherCall(node: Node, text: (of: Node) => string): readonly string[] {
  const callee = node.callee as Node;
  if (callee.type !== "MemberExpression" || callee.computed === true) return [];
  const property = callee.property as Node;
  const other = others[String(property.name)];
  if (other === undefined) return [];
  const whole = text(node);
  const at = property.start - node.start;
  return [`${whole.slice(0, at)}${other}${whole.slice(at + String(property.name).length)}`];
}

/** Parts of a file that are no rule: types, imports, names of fields. */
const isSkipped = (node: Node, key: string): boolean =>
  /^(TS(?!AsExpression|SatisfiesExpression|NonNullExpression)|Import|ExportAll)/.test(node.type) ||
  ["typeAnnotation", "returnType", "typeArguments", "typeParameters", "source"].includes(key);

/**
 * Takes a rule file, gives it with every mutant in it, asleep: each asks `globalThis.mutant(id)` whether it is the one
 * that is awake. `first` is the id of the file's first mutant.
 */
export function withMutants(
  file: string,
  source: string,
  first: number,
): { readonly text: string; readonly mutants: readonly Mutant[] } {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  const mutants: Mutant[] = [];
  const original = ({ start, end }: Node) => source.slice(start, end);
  const added = (node: Node, is: string): number => {
    const id = first + mutants.length;
    const line = source.slice(0, node.start).split("\n").length;
    mutants.push({ id, file, line, was: oneLine(original(node)), is: oneLine(is) });
    return id;
  };

  const render = (node: Node, parent: Node | undefined): string => {
    let [text, at] = ["", node.start];
    for (const [child, key] of childrenOf(node)) {
      if (isSkipped(child, key) || (key === "key" && node.computed !== true)) continue;
      text += source.slice(at, child.start) + renderAs(child, key, node);
      at = child.end;
    }
    text += source.slice(at, node.end);
    return replacementsOf(node, parent, original).reduce(
      (now, is) => `(globalThis.mutant(${added(node, is)}) ? (${is}) : (${now}))`,
      text,
    );
  };
  /** A condition that returns early is also tried as one that always holds, and as one that never does. */
  const renderAs = (child: Node, key: string, parent: Node): string => {
    const text = render(child, parent);
    if (key !== "test" || parent.type !== "IfStatement") return text;
    const [never, always] = [added(child, "false"), added(child, "true")];
    return `(globalThis.mutant(${never}) ? false : globalThis.mutant(${always}) ? true : (${text}))`;
  };
  return { text: render(program as unknown as Node, undefined), mutants };
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").slice(0, 120);

/** The nodes right inside a node, in the order of the text; a shorthand field has one text for two nodes. */
function childrenOf(node: Node): readonly (readonly [Node, string])[] {
  const found: [Node, string][] = [];
  for (const [key, value] of Object.entries(node)) {
    if (node.shorthand === true && key === "key") continue;
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) found.push([one, key]);
  }
  const inOrder = found.sort(([a], [b]) => a.start - b.start);
  return inOrder.filter(([one], at) => at === 0 || one.start >= (inOrder[at - 1]?.[0].end ?? 0));
}
