import { z } from "zod";

/** All that whoever passes a worry on is told, whoever it is about and whether or not there is such a child. */
export const PassedOnView = z.object({ passedOn: z.literal(true) });

export const WorryFormView = z.object({
  places: z.array(z.object({ establishmentId: z.string(), name: z.string() })),
  /** Where the caller works. */
  own: z.string().optional(),
});

const ToPlaceView = z.object({
  worryId: z.string(),
  version: z.int(),
  about: z.string(),
  group: z.string().optional(),
  establishment: z.string(),
  sender: z.string(),
  /** The reader passed it on themselves: nobody else is to be asked. */
  isMine: z.boolean(),
  at: z.string(),
});
export const WorriesToPlaceView = z.object({ worries: z.array(ToPlaceView) });

export const WorryToPlaceView = z.object({
  worry: ToPlaceView,
  /** Children of the roll who may be meant; `isNearest` where the name and the class both fit. */
  children: z.array(
    z.object({ childId: z.string(), name: z.string(), group: z.string().optional(), hasReceiver: z.boolean() }),
  ),
  places: z.array(z.object({ establishmentId: z.string(), name: z.string() })),
});

export const WorryPlacedView = z.object({ worryId: z.string() });
