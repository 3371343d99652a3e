/**
 * Notices a target that serves one connection at a time: it does not answer on a second connection as long as the first
 * is kept open.
 */
import type { Agent } from 'node:http'

/** After so many milliseconds without an answer the idle connections are closed. */
const STALLED_MS = 1000

/** An answer within so many milliseconds more came because they were closed. */
const RELEASED_MS = 250

export interface StallWatch {
  /** To be called for a request on a connection of its own; what it returns, when that is answered or given up. */
  readonly begin: () => () => void
  /** Whether the target has been seen to serve one connection at a time. */
  readonly servesOne: () => boolean
}

/** `agent` keeps the connections that may stand in the way. */
export const stallWatch = ({ freeSockets }: Pick<Agent, 'freeSockets'>): StallWatch => {
  let servesOne = false
  return {
    begin: () => {
      let closedAt: number | undefined
      const timer = setTimeout(() => {
        const idle = Object.values(freeSockets).flatMap((sockets) => sockets ?? [])
        if (idle.length > 0) closedAt = Date.now()
        for (const socket of idle) socket.destroy()
      }, STALLED_MS)
      return () => {
        clearTimeout(timer)
        servesOne ||= closedAt !== undefined && Date.now() - closedAt < RELEASED_MS
      }
    },
    servesOne: () => servesOne
  }
}
