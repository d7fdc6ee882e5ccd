namespace Hpo.Dashboard.Access;

/// <summary>
/// What one stranger may ask of the server. What a definition, a space or a file may contain has its limits where it is read:
/// <see cref="Studies.Definitions.StudyDefinitionRules"/>, <see cref="Engine.Space.ConfigSpace"/>, <see cref="Engine.Space.Json.SpaceJson"/>,
/// <see cref="Live.LiveOptions"/>, <see cref="Hosting.HubLimits"/>.
/// </summary>
public static class Limits
{
    /// <summary>Live connections (circuits and hubs) of one address. A lecture hall behind one router is one address: 200 people with two each fit in.</summary>
    public const int ConnectionsPerAddress = 500;

    /// <summary>Live connections in all: at about 270 KB a circuit, half a gigabyte.</summary>
    public const int Connections = 2_000;

    /// <summary>Connections that one address may begin at once; a lecture hall does so when the Wi-Fi comes back.</summary>
    public const int OpeningsAtOnce = 1_000;

    /// <summary>Connections that one address may begin every second, after that.</summary>
    public const int OpeningsPerSecond = 20;

    /// <summary>TCP connections in all: a browser keeps up to six beside its live ones.</summary>
    public const int TcpConnections = 8_000;

    /// <summary>The largest body of a request; an endpoint that takes files says so itself.</summary>
    public const long RequestBytes = 1024 * 1024;

    /// <summary>The largest form: a token, a name.</summary>
    public const long FormBytes = 8 * 1024;

    /// <summary>Wrong tokens or codes of one address in a minute that are answered at once. Right ones always are.</summary>
    public const int WrongGuessesPerMinute = 20;

    /// <summary>Wrong ones beyond that whose answers are held back at a time; further ones are not looked at. With the delay, 50 a second: a code lasts half a year on average.</summary>
    public const int WrongGuessesHeld = 100;

    /// <summary>Studies and comparisons that all together may start in a minute.</summary>
    public const int StartsPerMinute = 60;

    /// <summary>Studies that one student may start in a minute.</summary>
    public const int StartsPerStudentAndMinute = 4;

    /// <summary>How long the answer to one wrong guess too many is held back.</summary>
    public static readonly TimeSpan WrongGuessDelay = TimeSpan.FromSeconds(2);

    /// <summary>How long a client may take to send the headers of a request.</summary>
    public static readonly TimeSpan HeaderTime = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection without a request is kept.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(60);
}
