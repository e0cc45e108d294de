package mosaicmatch.local.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsStayWithinTheirSegmentTest {

  @ParameterizedTest
  @CsvSource({
    "*, anything:at:all, true",
    "arn:aws:s3:::b/*, arn:aws:s3:::b/x/y:z, true",
    "arn:aws:s3:::b/*, arn:aws:s3:::b, false",
    "arn:aws:s3:::b/cycles/*/results/*, arn:aws:s3:::b/cycles/1/results/2, true",
    "arn:aws:s3:::b/cycles/*/results/*, arn:aws:s3:::b/cycles/1/plan/2, false",
    "arn:aws:states:*:1:execution:m:*, arn:aws:states:eu:1:execution:m:e, true",
    "arn:aws:states:*:execution:m:*, arn:aws:states:eu:1:execution:m:e, false",
    "arn:aws:dynamodb:r:1:table/T?, arn:aws:dynamodb:r:1:table/T1, true",
    "arn:aws:dynamodb:r:1:table/T?, arn:aws:dynamodb:r:1:table/T, false",
    "arn:aws:dynamodb:r:1:table/T, arn:aws:dynamodb:r:1:table/t, false",
    "arn:aws:dynamodb:r:1:table/T/index/*, arn:aws:dynamodb:r:1:table/T, false"
  })
  void resources(String pattern, String arn, boolean covered) {
    assertThat(Wildcards.coverResource(pattern, arn)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "*, s3:GetObject, true",
    "s3:*, s3:GetObject, true",
    "S3:getobject, s3:GetObject, true",
    "s3:Get*, s3:PutObject, false",
    "s3:*Object, s3:GetObject, true",
    "s3:*Object, s3:GetObjectAcl, false",
    "s3:GetObject, s3:GetObjectAcl, false",
    "s3:G??Object, s3:GetObject, true"
  })
  void actions(String pattern, String action, boolean covered) {
    assertThat(Wildcards.coverAction(pattern, action)).isEqualTo(covered);
  }
}
