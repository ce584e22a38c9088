import { forex } from '../exchanges/forex.ts'
import { originsOf, requestedOrigins } from '../shared/settings/venue-switch.ts'
import type { WelcomeWords } from './words.ts'
import { venueName } from '../shared/venue-name.ts'

/** Every host that the chosen venues need, in full: nobody should have to guess what the browser asks about. */
export function HostList({
  chosen,
  words: { say, lang },
}: {
  readonly chosen: readonly string[]
  readonly words: WelcomeWords
}) {
  if (chosen.length === 0) return null
  const needsYen = requestedOrigins(chosen).some((origin) => forex.hosts.includes(origin))
  return (
    <dl class="hosts" aria-label={say('where.hosts')}>
      {chosen.map((id) => {
        const origins = originsOf(id)
        return origins.length > 0 && <Hosts key={id} name={venueName(id, lang)} origins={origins} />
      })}
      {needsYen && <Hosts name={say('where.yen')} origins={forex.hosts} />}
    </dl>
  )
}

function Hosts({ name, origins }: { readonly name: string; readonly origins: readonly string[] }) {
  const hosts = origins.map((origin) => origin.replace(/^https:\/\/|\/\*$/g, ''))
  return (
    <div>
      <dt>{name}</dt>
      <dd>{[...new Set(hosts)].join(' · ')}</dd>
    </div>
  )
}
