/** What a chat shows of a link to a page. */
export interface Preview {
  description: string;
  /** Path of a picture of 1200 × 630. */
  image: string;
}
