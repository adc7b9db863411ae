import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = {
  /** One answered request; `route` is one of a few words, never a path with ids. */
  answered(route: string, method: string, status: number, seconds: number): void
  text(): Promise<{ type: string; body: string }>
}

type Counts = { rooms(): number; takes(): { kind: string; takes: number }[] }

export function openMetrics(counts: Counts): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'konte_http_request_seconds',
    help: 'Time to answer a request, seconds.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [register],
  })
  new Gauge({
    name: 'konte_rooms_open',
    help: 'Boards in memory.',
    registers: [register],
    collect() {
      this.set(counts.rooms())
    },
  })
  new Gauge({
    name: 'konte_takes',
    help: 'Takes by state.',
    labelNames: ['state'],
    registers: [register],
    collect() {
      this.reset()
      for (const { kind, takes } of counts.takes()) this.set({ state: kind }, takes)
    },
  })
  return {
    answered(route, method, status, seconds) {
      requests.observe({ route, method, status: String(status) }, seconds)
    },
    text: async () => ({ type: register.contentType, body: await register.metrics() }),
  }
}
