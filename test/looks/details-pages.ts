import { venue } from '../../tools/examples/made-up.ts'
import * as incident from '../details/example-incident.ts'
import * as squeezed from '../details/example-squeeze.ts'
import { tabWindow, type Surface } from './surface.ts'

/** The details page of a settled episode. */
export const details: Omit<Surface, 'name'> = {
  path: `src/details/index.html#episode=${encodeURIComponent(incident.settled().id)}`,
  frames: tabWindow,
  stored: (now) => ({
    episodes: [incident.settled()],
    venues: [venue({ receivedAt: now - 1_000, marketAt: incident.marketNow })],
    officials: [incident.official()],
  }),
  answers: {
    candles: incident.candlesAnswer(),
    course: incident.course,
    tape: incident.tape,
    elsewhere: incident.elsewhere,
    history: incident.history,
  },
}

/** The same of a squeezed contract, with a lane for each of its figures. */
export const contractDetails: Omit<Surface, 'name'> = {
  path: `src/details/index.html#episode=${encodeURIComponent(squeezed.squeeze().id)}`,
  frames: tabWindow,
  stored: (now) => ({
    episodes: [squeezed.squeeze()],
    venues: [
      venue({ venue: squeezed.squeeze().venue, receivedAt: now - 1_000, marketAt: squeezed.squeezeNow }),
    ],
  }),
  answers: { candles: squeezed.squeezeCandles(), course: squeezed.squeezeCourse, history: [], elsewhere: [] },
}
