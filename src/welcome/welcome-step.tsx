import type { ComponentChildren } from 'preact'

interface Props {
  readonly n: string
  readonly title: string
  readonly about: string
  readonly children: ComponentChildren
}

/** One numbered choice with its explanation. */
export function WelcomeStep({ n, title, about, children }: Props) {
  return (
    <li class="panel step">
      <span class="n" aria-hidden="true">
        {n}
      </span>
      <fieldset>
        <legend>
          <h2>{title}</h2>
        </legend>
        <p>{about}</p>
        {children}
      </fieldset>
    </li>
  )
}
