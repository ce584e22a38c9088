import { Component, type ComponentChildren } from 'preact'

interface Props {
  /** What is drawn: a new value is tried again after one that failed. */
  readonly of: unknown
  readonly children: ComponentChildren
  /** Stands for the children where drawing them throws; made of plain text, so that it cannot. */
  readonly instead: ComponentChildren
}

interface State {
  /** The value that could not be drawn. */
  readonly failed?: unknown
}

/**
 * Draws its children each by itself: a row that throws, whatever a damaged profile holds, must not blank the list.
 * https://preactjs.com/guide/v10/whats-new/#error-handling-via-componentdidcatch
 */
export class ErrorBoundary extends Component<Props, State> {
  override componentDidCatch(error: unknown): void {
    console.warn('A part of the page could not be drawn', error)
    this.setState({ failed: this.props.of })
  }
  override render({ of, children, instead }: Props, { failed }: State): ComponentChildren {
    return of === failed ? instead : children
  }
}
