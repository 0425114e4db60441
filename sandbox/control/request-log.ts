/** One request as it was received. `at` is the machine's own clock, never the moved one. */
export interface LoggedRequest {
  at: string;
  method: string;
  /** Without the query, which may hold what a person typed. */
  path: string;
  service: string;
  operation: string;
  paymentId?: string;
  /** Our client's own reference of a message or a new payment. */
  reference?: string;
  /** The status answered, or null when the line was cut. */
  status: number | null;
  /** Whether the request was carried out, whatever the caller was told. */
  acted: boolean;
  /** The misbehaviour it met. */
  fault?: string;
}

export type LogFilter = Partial<
  Pick<LoggedRequest, 'service' | 'operation' | 'paymentId' | 'reference'>
>;

const KEPT_REQUESTS = 50_000;

export class RequestLog {
  private requests: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.requests.push(request);
    if (this.requests.length > KEPT_REQUESTS) this.requests.shift();
  }

  clear(): void {
    this.requests = [];
  }

  /** Oldest first. */
  find(filter: LogFilter): LoggedRequest[] {
    return this.requests.filter(
      (request) =>
        matches(filter.service, request.service) &&
        matches(filter.operation, request.operation) &&
        matches(filter.paymentId, request.paymentId) &&
        matches(filter.reference, request.reference),
    );
  }
}

function matches(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || wanted === actual;
}
