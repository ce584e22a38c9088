import { Session } from 'node:inspector/promises'
import type { HeapProfiler } from 'node:inspector'
import { takeTicks } from '../../../src/detect/engine.ts'
import type { Benchmark } from '../benchmark.ts'
import { advanceVenue, createRandomVenue, engineOf, messageOf } from './random-venue.ts'
import { readTicks } from './screen-message.ts'

/** Frames of a round: ten seconds, so that each contains a market-wide check. */
const frames = 10
/** Mean bytes between two samples: small enough that a row's few hundred bytes are seen in every frame. */
const sampleBytes = 512

/**
 * Bytes that screening allocates per row in steady state beyond JSON.parse: those of the reader with its gate and of
 * the engine, of messages that are parsed already. By the sampling heap profiler of V8, which also counts what
 * garbage collection has taken since. The anchor is nothing: a reader that kept no row would allocate none.
 */
export const screenAllocated: Benchmark = {
  id: 'screen-allocated',
  unit: 'bytes',
  goal: 16,
  better: 'lower',
  async measure({ pairs, rounds, warmUp }) {
    const venue = createRandomVenue(pairs)
    const engine = engineOf(venue)
    const session = new Session()
    session.connect()
    const found: number[] = []
    try {
      for (let round = 0; round < warmUp + Math.ceil(rounds / 3); round++) {
        let bytes = 0
        for (let frame = 0; frame < frames; frame++) {
          advanceVenue(venue, 1000)
          const payload: unknown = JSON.parse(messageOf(venue))
          const screen = () => takeTicks(engine, readTicks(payload, venue.at), venue.at)
          if (round < warmUp) screen()
          else bytes += await allocatedBy(session, screen)
        }
        if (round >= warmUp) found.push(bytes / frames / pairs)
      }
    } finally {
      session.disconnect()
    }
    return found
  },
}

async function allocatedBy(session: Session, act: () => void): Promise<number> {
  await session.post('HeapProfiler.startSampling', {
    samplingInterval: sampleBytes,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  } as HeapProfiler.StartSamplingParameterType)
  act()
  const { profile } = await session.post('HeapProfiler.stopSampling')
  return bytesBelow(profile.head)
}

const bytesBelow = ({ selfSize, children }: HeapProfiler.SamplingHeapProfileNode): number =>
  children.reduce((sum, child) => sum + bytesBelow(child), selfSize)
