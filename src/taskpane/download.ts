/** Hands a file to the browser's own download. */
export function download(content: Uint8Array | string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The name of a result beside its source.
 * @example resultName('eigen.xlsx', 'ingevuld') // 'eigen-ingevuld.xlsx'
 */
export function resultName(file: string, suffix: string, extension?: string): string {
  const dot = file.lastIndexOf('.');
  const [stem, own] = dot > 0 ? [file.slice(0, dot), file.slice(dot)] : [file, ''];
  return `${stem}-${suffix}${extension ?? own}`;
}
