// What the pages' scripts find in the browser beside its own: Blazor, the component library, and the events that the scripts send one another.
import type { HubConnectionBuilder } from '@microsoft/signalr';

declare global {
  const Blazor: {
    start(options: {
      circuit: {
        configureSignalR(builder: HubConnectionBuilder): void;
        reconnectionOptions: { maxRetries: number | undefined; retryIntervalMilliseconds(attempt: number): number };
      };
    }): Promise<void>;
  };

  const mudPopover: { initialize(...options: unknown[]): void; dispose(): void };

  /** A component of Blazor that a script may call. */
  interface DotNetObject {
    invokeMethodAsync<T>(method: string, ...values: unknown[]): Promise<T>;
  }

  /** What a presenter looks at, as the hub tells it to those who follow. */
  interface SharedView {
    stage: string | null;
    trial: number | null;
    charts: Record<string, any> | null; // each chart reads its own part
    look: object | null;
  }

  interface DocumentEventMap {
    'hpo:connection': CustomEvent<{ connected: boolean }>;
  }

  interface HTMLElementEventMap {
    'components-reconnect-state-changed': CustomEvent<{ state: string }>;
  }
}
