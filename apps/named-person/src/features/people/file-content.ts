import { mostBytes } from "@linchpin/domain";

/** The bytes of a file as base64, as they are: which characters they stand for is found out on the server. */
export function contentOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error("the file could not be read"));
    reader.readAsDataURL(file);
  });
}

/** Why a file cannot even be sent, before it is. */
export function problemOf(file: File): string | undefined {
  if (file.size === 0) return "The file is empty. Export the list again and choose the new file.";
  if (file.size > mostBytes) return `Choose a file of ${mostBytes / 1_000_000} MB or less`;
  if (/\.(xlsx?|ods|numbers|pdf|docx?)$/i.test(file.name))
    return "Choose a CSV file. In a spreadsheet, use Save as and choose CSV.";
  return undefined;
}
