package gatehouse.provider;

import java.util.List;

import gatehouse.admission.Verdict;
import gatehouse.mapping.MarkedSample;
import gatehouse.mapping.Trying;
import gatehouse.web.Label;

/**
 * What came of trying a form's mapping on a sample.
 *
 * @param pieces the sample, with what was found marked
 * @param aside  what keeps everybody out for the time being, whatever the verdict
 */
record Tested(Trying trying, List<MarkedSample.Piece> pieces, Verdict verdict, List<Label> aside) {
}
