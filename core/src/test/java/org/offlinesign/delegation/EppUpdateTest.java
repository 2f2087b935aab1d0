package org.offlinesign.delegation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.ZoneFileSource;
import org.xml.sax.SAXException;

/** The EPP command is what the schemas of RFC 5730, 5731 and 5910 let a registry take. */
class EppUpdateTest {
  private static final String KEY = "AAAA".repeat(22);
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    Source[] parts =
        Stream.of("epp-1.0-update", "domain-1.0-update", "secDNS-1.1-update")
            .map(name -> "/epp/" + name + ".xsd")
            .map(file -> new StreamSource(EppUpdateTest.class.getResourceAsStream(file), file))
            .toArray(Source[]::new);
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(parts);
    } catch (SAXException e) {
      throw new AssertionError("the schemas of the test are wrong", e);
    }
  }

  private static void validate(String xml) throws SAXException, IOException {
    Validator validator = SCHEMA.newValidator();
    validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    validator.validate(new StreamSource(new StringReader(xml)));
  }

  private static String command(String zone, String records) throws Exception {
    byte[] octets = records.getBytes(StandardCharsets.ISO_8859_1);
    EntryPoints points =
        EntryPoints.read(
            ZoneFileSource.of("file", new ByteArrayInputStream(octets)), DnsName.of(zone));
    return HandOverFormat.EPP.text(
        points.withDigests(EnumSet.of(DigestType.SHA256, DigestType.SHA384)));
  }

  private static String usual() throws Exception {
    return command("example.", "example. DNSKEY 257 3 13 " + KEY + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DNSKEY 257 3 13 ",
        "DNSKEY 257 3 8 AwEAAbCd",
        "DNSKEY 256 3 255 AAAA\n$OWNER DNSKEY 257 3 13 ",
        "DS 0 13 2 "
            + "D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A\n$OWNER DNSKEY 257 3 13 ",
      })
  void rfc5910_4_whateverKeysAreKnownInFullOrByTheirDigest(String records) throws Exception {
    for (String owner : new String[] {"example.", "a\\032b\\.c.example.", "xn--strae-oqa.test."}) {
      String text = owner + " " + records.replace("$OWNER", owner) + KEY + "\n";
      String xml = command(owner, text);
      assertThatCode(() -> validate(xml)).as(xml).doesNotThrowAnyException();
    }
  }

  /** Without this, a schema that takes anything would prove nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <secDNS:keyTag>[0-9]+<                 | <secDNS:keyTag>65536<
          <secDNS:alg>13<                        | <secDNS:alg>256<
          (?s)<secDNS:rem>.*</secDNS:rem>        | <secDNS:rem/>
          (?s)<secDNS:add>.*</secDNS:add>        | <secDNS:add/>
          <secDNS:digest>..                      | <secDNS:digest>x
          <secDNS:pubKey>[^<]*<                  | <secDNS:pubKey><
          <secDNS:all>true<                      | <secDNS:all>yes<
          secDNS-1.1                             | secDNS-1.0
          (?s)<domain:name>.*</domain:name>      | <domain:id>1</domain:id>
          <extension>                            | <extension><other/>
          (?s)(<secDNS:rem>.*</secDNS:rem>)(.*)(</secDNS:update>) | $2$1$3
          """)
  void aCommandWithAFaultIsRefusedByTheSchemas(String part, String fault) throws Exception {
    String faulty = usual().replaceFirst(part, fault);
    assertThatThrownBy(() -> validate(faulty)).as(faulty).isInstanceOf(SAXException.class);
  }

  /** RFC 5910 §5.2.5 has an example like this: all that there is goes, and other records come. */
  @Test
  void rfc5910_5_2_5_aCommandFromElsewhereIsTakenToo() {
    assertThatCode(
            () ->
                validate(
                    """
                    <e:epp xmlns:e='urn:ietf:params:xml:ns:epp-1.0'
                           xmlns:d='urn:ietf:params:xml:ns:domain-1.0'
                           xmlns:s='urn:ietf:params:xml:ns:secDNS-1.1'>
                      <e:command>
                        <e:update><d:update><d:name>example.com</d:name></d:update></e:update>
                        <e:extension>
                          <s:update urgent='true'>
                            <s:rem><s:all>true</s:all></s:rem>
                            <s:add>
                              <s:maxSigLife>604800</s:maxSigLife>
                              <s:dsData><s:keyTag>12346</s:keyTag><s:alg>3</s:alg>
                                <s:digestType>1</s:digestType><s:digest>38EC35D5B3A34B44C39B</s:digest>
                              </s:dsData>
                            </s:add>
                          </s:update>
                        </e:extension>
                        <e:clTRID>ABC-12345</e:clTRID>
                      </e:command>
                    </e:epp>
                    """))
        .doesNotThrowAnyException();
  }
}
