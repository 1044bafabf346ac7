import type { Drawing } from '../../domain/drawing/drawing.ts';
import { drawingToDxf, type ToCad } from '../../domain/drawing/dxf.ts';
import { drawingToSvg } from '../../domain/drawing/svg.ts';

/** Forms a drawing leaves the program in. */
export type ExportForm = 'pdf' | 'svg' | 'dxf' | 'dxf-in-space';

const bytesOf = async (url: string): Promise<Uint8Array> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** Writer and fonts, 9 MB each, come only when a PDF is asked for. */
const pdfBlob = async (drawing: Drawing, date: Date): Promise<Blob> => {
  const [{ drawingToPdf }, { default: regularUrl }, { default: boldUrl }] = await Promise.all([
    import('../../domain/drawing/pdf.ts'),
    import('drawing-fonts/NotoSansHans-Regular.otf?url'),
    import('drawing-fonts/NotoSansHans-Bold.otf?url'),
  ]);
  const [regular, bold] = await Promise.all([bytesOf(regularUrl), bytesOf(boldUrl)]);
  const pdf = await drawingToPdf(drawing, { regular, bold }, date);
  return new Blob([pdf as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
};

export const exportBlob = async (
  drawing: Drawing,
  form: ExportForm,
  o: { readonly toSurvey: ToCad | null; readonly date: Date },
): Promise<Blob> => {
  if (form === 'pdf') return pdfBlob(drawing, o.date);
  if (form === 'svg') return new Blob([drawingToSvg(drawing)], { type: 'image/svg+xml' });
  const toCad = form === 'dxf-in-space' && o.toSurvey ? { toCad: o.toSurvey } : {};
  return new Blob([drawingToDxf(drawing, toCad)], { type: 'image/vnd.dxf' });
};

/** A name that sorts with its like: mine, drawing, scale. */
export const exportName = (mine: string, { kind, view }: Drawing, form: ExportForm): string =>
  `${mine}-${kind}-1-${view.scale}${form === 'dxf-in-space' ? '-3d' : ''}.${form === 'dxf-in-space' ? 'dxf' : form}`;
