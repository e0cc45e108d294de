package mosaicmatch.signing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mosaicmatch.signing.Structured.Bytes;
import mosaicmatch.signing.Structured.InnerList;
import mosaicmatch.signing.Structured.Item;
import mosaicmatch.signing.Structured.Member;
import mosaicmatch.signing.Structured.Text;
import org.jspecify.annotations.Nullable;

/** One signature of a request that carries our tag: what it covers, and its bytes. */
record CandidateSignature(InnerList input, Bytes signature) {

  private static final int MAX_FIELD = 16 * 1024;

  /** Finds the signatures with our tag, in the order of Signature-Input. */
  static List<CandidateSignature> allOf(SignedRequest request) {
    Map<String, Member> inputs = dictionary(request, "Signature-Input");
    Map<String, Member> signatures = dictionary(request, "Signature");
    if (!inputs.keySet().equals(signatures.keySet())) {
      throw refused(
          SignatureRefusal.MALFORMED, "Signature-Input and Signature must have the same labels");
    }
    List<CandidateSignature> ours = new ArrayList<>();
    inputs.forEach(
        (label, input) -> {
          CandidateSignature candidate = of(label, input, signatures.get(label));
          if (candidate.isOurs()) {
            ours.add(candidate);
          }
        });
    return ours;
  }

  private static Map<String, Member> dictionary(SignedRequest request, String field) {
    String value = request.header(field);
    if (value.length() > MAX_FIELD) {
      throw refused(SignatureRefusal.MALFORMED, field + " is longer than 16 KiB");
    }
    return StructuredParser.dictionary(value);
  }

  private static CandidateSignature of(String label, Member input, @Nullable Member signature) {
    if (input instanceof InnerList list
        && signature instanceof Item item
        && item.value() instanceof Bytes bytes) {
      return new CandidateSignature(list, bytes);
    }
    throw refused(
        SignatureRefusal.MALFORMED,
        "signature '" + label + "' must be a list in Signature-Input and bytes in Signature");
  }

  private boolean isOurs() {
    return input.parameters().get("tag") instanceof Text(String tag)
        && tag.equals(RequestSigner.TAG);
  }

  /** Checks that all we require is covered, and nothing whose value we can't know. */
  void checkComponents(SignedRequest request) {
    Set<String> covered = new HashSet<>();
    for (Item component : input.items()) {
      if (!covered.add(checkable(component, request))) {
        throw refused(SignatureRefusal.COMPONENTS, "covers " + component.serialized() + " twice");
      }
    }
    for (String required : SignatureBase.REQUIRED) {
      if (!covered.contains(required)) {
        throw refused(SignatureRefusal.COMPONENTS, "must cover \"" + required + "\"");
      }
    }
  }

  private static String checkable(Item component, SignedRequest request) {
    if (component.value() instanceof Text(String name)
        && component.parameters().isEmpty()
        && (isOurDerived(name) || isPlainHeader(name, request))) {
      return name;
    }
    throw refused(
        SignatureRefusal.COMPONENTS,
        "covers " + component.serialized() + ", which can't be checked");
  }

  private static boolean isOurDerived(String name) {
    return name.startsWith("@") && SignatureBase.REQUIRED.contains(name);
  }

  private static boolean isPlainHeader(String name, SignedRequest request) {
    return name.matches("[a-z0-9!#$%&'*+.^_`|~-]+") && request.hasHeader(name);
  }

  private static SignatureRefusedException refused(SignatureRefusal refusal, String message) {
    return new SignatureRefusedException(refusal, message);
  }
}
