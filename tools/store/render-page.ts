import { hostsList } from './hosts-list.ts'
import { partNames, type StorePage } from './store-page.ts'

/** Where a page names every host: in its privacy policy. */
const hostsPlace = '{hosts}'

/** A store page as a person copies it into the forms. */
export function renderPage({ parts }: StorePage): string {
  const body = partNames.map((name) => `# ${name}\n\n${parts[name]}`).join('\n\n')
  return `${body.replace(hostsPlace, hostsList())}\n`
}
