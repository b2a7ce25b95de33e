import { error } from '@sveltejs/kit';
import { loadAnswers } from '$lib/data/answers.node';
import { agencyProfile } from '$lib/view/pages/agency/profile';
import { agencyProofs } from '$lib/view/pages/agency/proofs';
import { wholeBook } from '$lib/prerender/check-book';
import { namesOf, ruleNames } from '$lib/view/pages/checks/page';
import { datasetRows } from '$lib/prerender/dataset';
import { langOf } from '$lib/ui/session/language';
import { proofData, verdicts } from '$lib/prerender/proof';
import { cellVerdictReader } from '$lib/view/proof/index';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
  const { agencies } = await loadAnswers();
  return agencies.flatMap(({ agency_id: id }) => [
    { lang: '', id },
    { lang: 'en', id },
  ]);
};

export const load: PageServerLoad = async ({ params }) => {
  const lang = langOf(params.lang);
  const answers = await loadAnswers();
  const profile = agencyProfile(answers, datasetRows(), params.id, lang);
  const proof = profile && (await proofData(profile.documentId));
  if (!profile || !proof) error(404);
  const book = wholeBook(lang);
  const own = book.lines.filter((line) => line.agency === params.id);
  const broken = own.filter((line) => line.status === 'broken');
  return {
    profile,
    proofs: agencyProofs(
      profile,
      { ofRow: await verdicts(), ofCell: cellVerdictReader(proof) },
      answers.release,
      lang,
    ),
    broken: { lines: broken, names: namesOf(book, broken) },
    made: own.filter((line) => line.status !== 'unchecked' && line.status !== 'explained').length,
    ruleNames: ruleNames(lang),
  };
};
