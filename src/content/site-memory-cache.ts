import { sendCommand } from '../shared/messages/send-command.ts'
import { emptyMemory, type SiteMemory, siteMemory, withMemory } from '../shared/storage/site-memory.ts'

/** What is remembered about the site of this page, read once and then available synchronously. */
export interface SiteMemoryCache {
  get(): SiteMemory
  /** Adds a part, at once on this page and by the background in storage, where other pages of the site add theirs. */
  update(part: Partial<SiteMemory>): void
}

/**
 * Reads the memory of a site, empty where the storage does not answer, and follows it until the signal aborts.
 *
 * @param host host name of the page
 */
export async function loadSiteMemory(host: string, signal: AbortSignal): Promise<SiteMemoryCache> {
  const item = siteMemory(host)
  let memory = await item.get().catch(() => emptyMemory)
  item.follow((stored) => (memory = withMemory(memory, stored)), signal)
  return {
    get: () => memory,
    update(part) {
      memory = withMemory(memory, part)
      sendCommand({ kind: 'remember', site: host, memory: part })
    },
  }
}
