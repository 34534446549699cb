import { router } from "../../trpc.ts";
import { approveException } from "./approve-exception.ts";
import { endException } from "./end-exception.ts";
import { endPost, leaving } from "./end-post.ts";
import { recordStanding } from "./record-standing.ts";
import { register } from "./register.ts";
import { seniorManagers } from "./senior-managers.ts";
import { history, standing } from "./standing.ts";

export const workforce = router({
  standing,
  history,
  register,
  recordStanding,
  approveException,
  endException,
  leaving,
  endPost,
  seniorManagers,
});
