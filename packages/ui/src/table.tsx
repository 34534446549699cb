import { type ReactNode, useState } from "react";
import { classes } from "./classes.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { type Comparable, nextSort, sorted, type TableSort } from "./table-sort.ts";

export type Column<Row> = {
  readonly heading: string;
  /** Names the column in a sort; the heading does where it is left out. */
  readonly key?: string | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** What the column is sorted by. Without it the heading is no button. */
  readonly sortBy?: ((row: Row) => Comparable) | undefined;
  readonly numeric?: boolean | undefined;
  /** Holds controls: on paper, where nobody can press them, they would read as statements. */
  readonly onScreenOnly?: boolean | undefined;
};

export type TableProps<Row> = {
  readonly caption: string;
  /** Keeps the caption for those who listen, where a heading above says the same. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Shown in place of the table when there are no rows. */
  readonly empty?: ReactNode;
  readonly dense?: boolean | undefined;
  /** On a phone each row becomes a card: sentences under their headings, or "short" words beside them. */
  readonly stacked?: Stacked;
  /** With `onSort` the address or the server sorts, and the rows stay in the order given. */
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
};

type Stacked = boolean | "short" | undefined;

// Laid out as cards, a table loses its own roles in some browsers: there they are said.
const rolesOf = (stacked: Stacked) => (role: string) => (stacked ? { role } : {});

/** A real table with a caption. The first column names its row; on a phone it scrolls inside its own region. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, onSort, stacked } = props;
  const as = rolesOf(stacked);
  const [ownSort, setOwnSort] = useState(props.sort);
  const sort = onSort ? props.sort : ownSort;
  if (rows.length === 0 && props.empty) return props.empty;

  const shown = onSort ? rows : sorted(rows, columns.find((one) => keyOf(one) === sort?.by)?.sortBy, sort);
  return (
    <ScrollRegion>
      {(id) => (
        <table
          {...as("table")}
          aria-labelledby={stacked ? id : undefined}
          className={classes(
            "govuk-table",
            props.dense && "lp-table--dense",
            stacked && "lp-table--stacked",
            stacked === "short" && "lp-table--short",
          )}
        >
          <caption
            className={props.captionHidden ? "govuk-visually-hidden" : "govuk-table__caption lp-table__caption"}
            id={id}
          >
            {caption}
          </caption>
          <thead {...as("rowgroup")} className="govuk-table__head">
            <tr {...as("row")} className="govuk-table__row">
              {columns.map((column) => (
                <Heading key={keyOf(column)} column={column} sort={sort} onSort={onSort ?? setOwnSort} as={as} />
              ))}
            </tr>
          </thead>
          <tbody {...as("rowgroup")} className="govuk-table__body">
            {shown.map((row) => (
              <tr {...as("row")} className="govuk-table__row" key={rowKey(row)}>
                {columns.map((column, place) => (
                  <Cell key={keyOf(column)} names={place === 0} column={column} stacked={stacked} as={as}>
                    {column.cell(row)}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ScrollRegion>
  );
}

function keyOf(column: Pick<Column<never>, "key" | "heading">): string {
  return column.key ?? column.heading;
}

type Saying = { readonly as: ReturnType<typeof rolesOf> };

type HeadingProps<Row> = Saying & {
  readonly column: Column<Row>;
  readonly sort: TableSort | undefined;
  readonly onSort: (sort: TableSort) => void;
};

function Heading<Row>({ column, sort, onSort, as }: HeadingProps<Row>) {
  const className = classes(
    "govuk-table__header",
    column.numeric && "govuk-table__header--numeric",
    column.onScreenOnly && "lp-no-print",
  );
  if (!column.sortBy) {
    return (
      <th {...as("columnheader")} scope="col" className={className}>
        {column.heading}
      </th>
    );
  }
  const by = keyOf(column);
  const direction = sort?.by === by ? sort.direction : "none";
  return (
    <th {...as("columnheader")} scope="col" className={className} aria-sort={direction}>
      <button type="button" className="lp-sort" onClick={() => onSort(nextSort(by, sort))}>
        {column.heading}
        <span className={`lp-sort__sign lp-sort__sign--${direction}`} aria-hidden="true" />
      </button>
    </th>
  );
}

type CellProps = Saying & {
  readonly names: boolean;
  readonly column: Pick<Column<never>, "heading" | "numeric" | "onScreenOnly">;
  readonly stacked: Stacked;
  readonly children: ReactNode;
};

function Cell({ names, column: { heading, numeric, onScreenOnly }, stacked, as, children }: CellProps) {
  if (names) {
    return (
      <th {...as("rowheader")} scope="row" className="govuk-table__header">
        {children}
      </th>
    );
  }
  return (
    <td
      {...as("cell")}
      className={classes("govuk-table__cell", numeric && "govuk-table__cell--numeric", onScreenOnly && "lp-no-print")}
    >
      {stacked && (
        <span className="lp-table__under" aria-hidden="true">
          {heading}
        </span>
      )}
      {stacked ? <div>{children}</div> : children}
    </td>
  );
}
