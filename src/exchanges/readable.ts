import type { Exchange } from './exchange.ts'
import { exchanges } from './registry.ts'

/** Every exchange: all that can be read is watched. */
export const readable: readonly Exchange[] = exchanges
