import type { Fetched } from '../../shell/fetch-json.ts';

/** A file of the gateway, or why it cannot be had: a plain link would save the refusal as if it were the file. */
export const fetchDownload = async (url: string): Promise<Fetched<Blob>> => {
  try {
    const response = await fetch(url);
    if (response.ok) return { ok: true, value: await response.blob() };
    const detail = (await response.text()).slice(0, 300);
    return { ok: false, failure: { kind: 'refused', url, status: response.status, detail } };
  } catch (error) {
    return { ok: false, failure: { kind: 'unreachable', url, detail: String(error) } };
  }
};
