/** The most bytes of one file that is sent: 25 MB. Photographs and scanned letters fit; longer recordings go another way. */
export const UPLOAD_LIMIT = 25 * 1024 * 1024;
