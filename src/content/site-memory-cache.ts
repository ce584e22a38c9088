import { emptyMemory, type SiteMemory, siteMemory } from '../shared/storage/site-memory.ts'

/** What is remembered about the site of this page, read once and then available synchronously. */
export interface SiteMemoryCache {
  get(): SiteMemory
  /** Changes a part and stores the whole; if storing fails, the change lasts as long as the page. */
  update(part: Partial<SiteMemory>): void
}

/** Reads the memory of a site, empty where the storage does not answer. `host`: host name of the page. */
export async function loadSiteMemory(host: string): Promise<SiteMemoryCache> {
  const item = siteMemory(host)
  let memory = await item.get().catch(() => emptyMemory)
  return {
    get: () => memory,
    update(part) {
      memory = { ...memory, ...part }
      void item.set(memory).catch(() => undefined)
    },
  }
}
