export { seatFollowsPost } from "./seats.ts";
