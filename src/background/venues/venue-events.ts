import type { Engine } from '../../detect/engine-state.ts'
import type { EngineInput } from '../../detect/recording/engine-input.ts'
import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import type { Episode } from '../../market/episode.ts'
import type { Tick } from '../../market/tick.ts'
import type { Refusal } from '../storage/refusal.ts'

/** What a running venue reports to the rest of the worker. */
export interface VenueEvents {
  /** The venue's engine took these ticks. */
  onTicks(engine: Engine, ticks: readonly Tick[]): void
  /** Episodes began or changed. */
  onEpisodesChanged(venue: string, changed: readonly Episode[]): void
  /** One frame led to these events, for the recorder; absent: nothing is recorded. */
  onEventsRecorded?(venue: string, events: readonly RecordedEvent[]): void
  /** The engine is about to take an input, and has taken it; absent: nobody records. */
  readonly inputs?: {
    before(engine: Engine, input: EngineInput): void
    after(engine: Engine, input: EngineInput): void
  }
  /** The refusal that blocks all requests to the venue began, was extended or ended. */
  onRefusalChanged(venue: string, refusal: Refusal | null): void
}
