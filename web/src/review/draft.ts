// A draft under review, as the server tells it, and how it is asked.

export interface Reading {
  name: string;
  kind: string;
  stance: string;
  proposer: string;
  speaker: string;
  certainty: string;
  form: string[];
  lines: string[];
  told: string;
}

export interface Other extends Reading {
  fields: string[];
}

export interface Statement extends Reading {
  head: string;
  quote: string;
  start: number;
  end: number;
  from: number;
  to: number;
  confidence: number | null;
  proposed: string;
  note: string;
  verdict: string;
  by: string;
  history: string[];
  others: Other[];
}

export interface State {
  seen: number;
  decided: number;
  statements: Statement[];
  unsound: string;
  finished: { file: string; by: string; on: string; behind: boolean } | null;
  text?: string;
}

export class Failure extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

// The answer of an address; null where there is nothing new. Throws Failure.
export async function ask<Answer>(address: string, body?: object): Promise<Answer | null> {
  const options = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {};
  let answer: Response;
  try {
    answer = await fetch(address, { ...options, credentials: "same-origin", cache: "no-store" });
  } catch {
    throw new Failure(0, "The server does not answer. What it had confirmed is kept; try again.");
  }
  if (!answer.ok) throw new Failure(answer.status, (await answer.text()).trim());
  return answer.status === 204 ? null : ((await answer.json()) as Answer);
}
