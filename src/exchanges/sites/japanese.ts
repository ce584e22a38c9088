import { registeredInJapan } from './country.ts'

/** Ids of the exchanges registered in Japan, which serve its residents: listed first for them. */
export const japanese: ReadonlySet<string> = registeredInJapan
