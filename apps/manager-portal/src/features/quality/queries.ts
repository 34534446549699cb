import { trpc } from "../../api.ts";
import type { FiguresSearch } from "./search.ts";

export const figuresQuery = ({ months = "6" }: FiguresSearch) =>
  trpc.quality.figures.queryOptions({ months: Number(months) });
